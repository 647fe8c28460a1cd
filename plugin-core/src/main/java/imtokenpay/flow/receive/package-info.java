/// How one payment's money is told from another's: a slot for each, and the addresses where to look.
@NullMarked
package imtokenpay.flow.receive;

import org.jspecify.annotations.NullMarked;
