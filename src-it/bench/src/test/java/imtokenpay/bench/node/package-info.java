@NullMarked
package imtokenpay.bench.node;

import org.jspecify.annotations.NullMarked;
