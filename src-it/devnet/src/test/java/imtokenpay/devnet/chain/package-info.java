/// How a chain is found, started and stopped.
@NullMarked
package imtokenpay.devnet.chain;

import org.jspecify.annotations.NullMarked;
