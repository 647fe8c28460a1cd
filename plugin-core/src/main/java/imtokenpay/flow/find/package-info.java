/// A person looks for a payment, or for money that did not arrive.
@NullMarked
package imtokenpay.flow.find;

import org.jspecify.annotations.NullMarked;
