/// What each role may see and do on the admin screens, and the doors that keep to it.
@NullMarked
package imtokenpay.admin.gate;

import org.jspecify.annotations.NullMarked;
