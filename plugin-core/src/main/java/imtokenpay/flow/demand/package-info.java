/// What a chain has to be read for, told without asking any node.
@NullMarked
package imtokenpay.flow.demand;

import org.jspecify.annotations.NullMarked;
