/// The bytes of token calls, compared with bytes known from elsewhere.
@NullMarked
package imtokenpay.devnet.token;

import org.jspecify.annotations.NullMarked;
