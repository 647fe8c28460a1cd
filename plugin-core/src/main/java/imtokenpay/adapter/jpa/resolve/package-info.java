/// People's decisions as rows.
@NullMarked
package imtokenpay.adapter.jpa.resolve;

import org.jspecify.annotations.NullMarked;
