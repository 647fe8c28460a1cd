/// What people keep for themselves on the admin screens.
@NullMarked
package imtokenpay.admin.saved;

import org.jspecify.annotations.NullMarked;
