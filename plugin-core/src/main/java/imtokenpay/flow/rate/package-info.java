/// How live prices come in: apart from any payment, so that no shopper waits for a stranger's answer and no
/// transaction is open meanwhile.
@NullMarked
package imtokenpay.flow.rate;

import org.jspecify.annotations.NullMarked;
