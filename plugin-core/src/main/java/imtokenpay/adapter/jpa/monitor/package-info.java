/// What the rows tell about the plugin's own state.
@NullMarked
package imtokenpay.adapter.jpa.monitor;

import org.jspecify.annotations.NullMarked;
