/// Puts the house together from the integrator's configuration. Alone in knowing the other adapters and the
/// wall clock.
@NullMarked
package imtokenpay.adapter.wiring;

import org.jspecify.annotations.NullMarked;
