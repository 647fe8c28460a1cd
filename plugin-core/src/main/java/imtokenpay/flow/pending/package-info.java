/// Changes of settings that wait until they take effect, so that somebody can notice and stop them.
@NullMarked
package imtokenpay.flow.pending;

import org.jspecify.annotations.NullMarked;
