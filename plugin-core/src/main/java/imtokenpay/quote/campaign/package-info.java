/// What a store lets its shoppers off when they pay with an asset, and to whom.
@NullMarked
package imtokenpay.quote.campaign;

import org.jspecify.annotations.NullMarked;
