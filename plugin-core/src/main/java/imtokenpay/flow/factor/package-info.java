/// The second factor: switched on and off, asked for at the door.
@NullMarked
package imtokenpay.flow.factor;

import org.jspecify.annotations.NullMarked;
