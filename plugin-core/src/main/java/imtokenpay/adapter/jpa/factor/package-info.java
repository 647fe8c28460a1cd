/// Second factors as rows.
@NullMarked
package imtokenpay.adapter.jpa.factor;

import org.jspecify.annotations.NullMarked;
