/// What the running plugin tells to whoever keeps it running.
@NullMarked
package imtokenpay.monitor;

import org.jspecify.annotations.NullMarked;
