/// What the pages of the shop show and do.
@NullMarked
package imtokenpay.sample.pages;

import org.jspecify.annotations.NullMarked;
