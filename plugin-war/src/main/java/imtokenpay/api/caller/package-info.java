/// Who calls, and whether he may: looked at before anything else.
@NullMarked
package imtokenpay.api.caller;

import org.jspecify.annotations.NullMarked;
