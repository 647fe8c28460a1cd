/// How the watching of each chain goes, remembered until somebody asks.
@NullMarked
package imtokenpay.adapter.metrics.pulse;

import org.jspecify.annotations.NullMarked;
