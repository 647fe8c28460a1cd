/// A payment is shown: on a page, in an answer, in an event.
@NullMarked
package imtokenpay.flow.show;

import org.jspecify.annotations.NullMarked;
