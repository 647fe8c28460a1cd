/// What people keep for themselves of the lists that they look through.
@NullMarked
package imtokenpay.flow.saved;

import org.jspecify.annotations.NullMarked;
