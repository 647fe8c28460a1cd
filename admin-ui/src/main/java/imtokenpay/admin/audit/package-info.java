/// Who did what.
@NullMarked
package imtokenpay.admin.audit;

import org.jspecify.annotations.NullMarked;
