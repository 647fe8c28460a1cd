/// How people get into the admin screens: the first owner's set-up, logging in, signing out.
@NullMarked
package imtokenpay.admin.entry;

import org.jspecify.annotations.NullMarked;
