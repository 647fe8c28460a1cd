/// Behind the tags `imtoken:choice`, `imtoken:pay` and `imtoken:status`.
@NullMarked
package imtokenpay.storefront.faces;

import org.jspecify.annotations.NullMarked;
