/// The page that the day begins with: what waits for somebody, and how the shop does.
@NullMarked
package imtokenpay.admin.today;

import org.jspecify.annotations.NullMarked;
