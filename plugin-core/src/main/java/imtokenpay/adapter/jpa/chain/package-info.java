/// Where we are in each chain, and who may write.
@NullMarked
package imtokenpay.adapter.jpa.chain;

import org.jspecify.annotations.NullMarked;
