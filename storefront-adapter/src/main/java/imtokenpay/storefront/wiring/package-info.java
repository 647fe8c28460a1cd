/// Joins the parts to CDI beans; the only place that knows the container and the wall clock together.
@NullMarked
package imtokenpay.storefront.wiring;

import org.jspecify.annotations.NullMarked;
