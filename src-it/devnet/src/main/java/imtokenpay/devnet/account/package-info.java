/// Keys that sign: what stands between a wish to pay and the raw transaction a node accepts. Only well-known
/// development keys and play money ever come here.
@NullMarked
package imtokenpay.devnet.account;

import org.jspecify.annotations.NullMarked;
