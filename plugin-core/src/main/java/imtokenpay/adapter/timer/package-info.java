/// The EJB timers that keep the data moving. They only call; what is done stands in the flow.
@NullMarked
package imtokenpay.adapter.timer;

import org.jspecify.annotations.NullMarked;
