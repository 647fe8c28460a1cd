/// What happens once, when the plugin starts.
@NullMarked
package imtokenpay.flow.start;

import org.jspecify.annotations.NullMarked;
