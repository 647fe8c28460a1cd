/// What was asked and what was applied: one table in the store's own database, so that an event and the store's
/// reaction
/// to it commit together or not at all.
@NullMarked
package imtokenpay.storefront.ledger;

import org.jspecify.annotations.NullMarked;
