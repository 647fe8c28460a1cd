/// The chain is read on, and payments move to where it says they stand.
@NullMarked
package imtokenpay.flow.watch;

import org.jspecify.annotations.NullMarked;
