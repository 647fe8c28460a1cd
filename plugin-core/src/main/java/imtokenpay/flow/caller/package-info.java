/// Who calls with which key, what he may do, and how fast.
@NullMarked
package imtokenpay.flow.caller;

import org.jspecify.annotations.NullMarked;
