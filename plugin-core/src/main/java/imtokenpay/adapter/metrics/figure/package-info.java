/// The names of what is measured, and how it gets to `/metrics`.
@NullMarked
package imtokenpay.adapter.metrics.figure;

import org.jspecify.annotations.NullMarked;
