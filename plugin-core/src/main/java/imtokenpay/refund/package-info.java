/// Money that goes back to a shopper. The merchant pays it from his own wallet; we record what he means to pay, tell
/// him
/// where to, and see on the chain that he did. No key is ever here.
@NullMarked
package imtokenpay.refund;

import org.jspecify.annotations.NullMarked;
