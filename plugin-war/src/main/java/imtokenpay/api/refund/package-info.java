/// What stores give back.
@NullMarked
package imtokenpay.api.refund;

import org.jspecify.annotations.NullMarked;
