/// What every call with a body has in common.
@NullMarked
package imtokenpay.api.body;

import org.jspecify.annotations.NullMarked;
