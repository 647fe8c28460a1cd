/// What the plugin tells about itself to whoever keeps it running.
@NullMarked
package imtokenpay.flow.monitor;

import org.jspecify.annotations.NullMarked;
