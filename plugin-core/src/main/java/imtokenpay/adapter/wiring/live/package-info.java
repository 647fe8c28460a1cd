/// What the configuration and the kept settings make of this plugin, exchanged while it runs.
@NullMarked
package imtokenpay.adapter.wiring.live;

import org.jspecify.annotations.NullMarked;
