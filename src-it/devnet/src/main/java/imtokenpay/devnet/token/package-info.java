/// How an ERC-20 token is spoken to, and the bytecode of the real Tether token. Tests use Tether because it
/// breaks the standard the way real money does: its `transfer` returns nothing.
@NullMarked
package imtokenpay.devnet.token;

import org.jspecify.annotations.NullMarked;
