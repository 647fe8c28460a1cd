/// One chain for a test or a demo, whichever can be had here: the real development node when it is installed,
/// the simulated one otherwise. Both are driven through the same methods.
@NullMarked
package imtokenpay.devnet.chain;

import org.jspecify.annotations.NullMarked;
