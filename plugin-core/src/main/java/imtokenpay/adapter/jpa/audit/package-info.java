/// The audit log as rows.
@NullMarked
package imtokenpay.adapter.jpa.audit;

import org.jspecify.annotations.NullMarked;
