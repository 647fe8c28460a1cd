/// What an admin sets on his screens and the plugin keeps, and how it is kept so that nobody else
/// changes it.
@NullMarked
package imtokenpay.merchant.setting;

import org.jspecify.annotations.NullMarked;
