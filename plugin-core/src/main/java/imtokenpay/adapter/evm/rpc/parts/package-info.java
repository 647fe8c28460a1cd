/// How many calls a node takes in one request. Exists since providers differ, and say so only by refusing.
@NullMarked
package imtokenpay.adapter.evm.rpc.parts;

import org.jspecify.annotations.NullMarked;
