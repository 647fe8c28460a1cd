/// Finds transfers of the chain's own coin: in whole blocks, checked by receipts, and by what a balance rose that no
/// transaction explains.
@NullMarked
package imtokenpay.adapter.evm.coin;

import org.jspecify.annotations.NullMarked;
