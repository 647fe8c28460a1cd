/// What a chain shows: blocks, transfers, how far we have read. Exists so that rules never see an RPC answer.
@NullMarked
package imtokenpay.chain;

import org.jspecify.annotations.NullMarked;
