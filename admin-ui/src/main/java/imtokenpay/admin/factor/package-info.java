/// The page where owners switch their second factor on and off.
@NullMarked
package imtokenpay.admin.factor;

import org.jspecify.annotations.NullMarked;
