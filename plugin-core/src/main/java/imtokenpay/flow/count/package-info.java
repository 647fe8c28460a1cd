/// How the shop does: what was asked for, what of it was paid, and what waits for somebody.
@NullMarked
package imtokenpay.flow.count;

import org.jspecify.annotations.NullMarked;
