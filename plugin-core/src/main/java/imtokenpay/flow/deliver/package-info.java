/// Stores are told what happened.
@NullMarked
package imtokenpay.flow.deliver;

import org.jspecify.annotations.NullMarked;
