/// What is measured: by reading what is known when somebody asks, or by counting what was committed.
@NullMarked
package imtokenpay.adapter.metrics.export;

import org.jspecify.annotations.NullMarked;
