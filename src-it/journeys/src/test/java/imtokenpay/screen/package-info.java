/// What people see and do, in a real browser.
@NullMarked
package imtokenpay.screen;

import org.jspecify.annotations.NullMarked;
