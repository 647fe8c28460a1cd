/// A real Bitcoin node with a net of its own. Exists so that the demo takes bitcoin where Debian's package can be had.
@NullMarked
package imtokenpay.devnet.bitcoin;

import org.jspecify.annotations.NullMarked;
