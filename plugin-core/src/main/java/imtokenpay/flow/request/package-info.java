/// A store asks for a payment, or calls it off.
@NullMarked
package imtokenpay.flow.request;

import org.jspecify.annotations.NullMarked;
