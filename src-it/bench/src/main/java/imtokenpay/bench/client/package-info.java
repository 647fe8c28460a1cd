/// Those who read a chain side by side: our reader, web3j, and a client that only reads and understands nothing.
@NullMarked
package imtokenpay.bench.client;

import org.jspecify.annotations.NullMarked;
