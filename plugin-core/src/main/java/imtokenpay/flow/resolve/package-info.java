/// A person decides what the chain cannot: money that is late, short or nobody's.
@NullMarked
package imtokenpay.flow.resolve;

import org.jspecify.annotations.NullMarked;
