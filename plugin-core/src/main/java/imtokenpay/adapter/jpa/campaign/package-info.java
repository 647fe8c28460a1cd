/// Campaigns, and what payments take from them, as rows.
@NullMarked
package imtokenpay.adapter.jpa.campaign;

import org.jspecify.annotations.NullMarked;
