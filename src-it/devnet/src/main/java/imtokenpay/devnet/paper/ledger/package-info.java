/// The simulated chain without its wire: blocks, balances and tokens as immutable values, so that a
/// reorganisation is nothing but cutting a list and playing other transactions onto what is left.
@NullMarked
package imtokenpay.devnet.paper.ledger;

import org.jspecify.annotations.NullMarked;
