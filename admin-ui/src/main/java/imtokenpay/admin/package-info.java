/// What the merchant sees: the frame around the admin screens. `entry` lets people in, `desk` is what they work with.
@NullMarked
package imtokenpay.admin;

import org.jspecify.annotations.NullMarked;
