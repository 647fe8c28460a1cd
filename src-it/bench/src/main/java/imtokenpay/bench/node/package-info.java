/// The canned node: answers JSON-RPC about a reckoned chain as fast as a socket takes it, or as badly as it is told.
@NullMarked
package imtokenpay.bench.node;

import org.jspecify.annotations.NullMarked;
