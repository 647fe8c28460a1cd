/// The outbox and its attempts as rows.
@NullMarked
package imtokenpay.adapter.jpa.webhook;

import org.jspecify.annotations.NullMarked;
