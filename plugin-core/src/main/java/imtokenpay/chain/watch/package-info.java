/// How a chain is read on: the ports to a node, to the cursor and to the right to write.
@NullMarked
package imtokenpay.chain.watch;

import org.jspecify.annotations.NullMarked;
