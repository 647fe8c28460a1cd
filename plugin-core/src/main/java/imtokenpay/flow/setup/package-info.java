/// What the shop admin sets up by himself, without a file on the server and without a restart.
@NullMarked
package imtokenpay.flow.setup;

import org.jspecify.annotations.NullMarked;
