/// The REST API that storefronts call. Reads and writes JSON; every rule stands elsewhere.
@NullMarked
package imtokenpay.api;

import org.jspecify.annotations.NullMarked;
