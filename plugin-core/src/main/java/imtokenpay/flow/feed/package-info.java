/// Stores ask what happened.
@NullMarked
package imtokenpay.flow.feed;

import org.jspecify.annotations.NullMarked;
