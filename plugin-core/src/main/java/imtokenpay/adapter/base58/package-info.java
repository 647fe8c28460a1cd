/// Base58check, in which extended keys and the addresses of TRON and Bitcoin are written. A room of its own, since
/// several families write so and none may know another.
@NullMarked
package imtokenpay.adapter.base58;

import org.jspecify.annotations.NullMarked;
