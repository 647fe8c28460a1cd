/// What MicroProfile Health and Metrics serve to whoever keeps the plugin running.
@NullMarked
package imtokenpay.adapter.metrics;

import org.jspecify.annotations.NullMarked;
