/// Kept settings as rows.
@NullMarked
package imtokenpay.adapter.jpa.setting;

import org.jspecify.annotations.NullMarked;
