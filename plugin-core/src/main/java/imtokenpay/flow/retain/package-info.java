/// What is told of people is forgotten after a while; what is told of money stays.
@NullMarked
package imtokenpay.flow.retain;

import org.jspecify.annotations.NullMarked;
