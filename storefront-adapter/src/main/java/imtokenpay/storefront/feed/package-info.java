/// How far the events of the plugin have been read.
@NullMarked
package imtokenpay.storefront.feed;

import org.jspecify.annotations.NullMarked;
