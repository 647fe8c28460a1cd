/// What happened to a payment, and why it stands where it stands.
@NullMarked
package imtokenpay.flow.story;

import org.jspecify.annotations.NullMarked;
