/// What differs between Ethereum's kin, TRON, Bitcoin and whoever comes next, as one port: so that a new family is one
/// room that implements it and one line in the wiring, and no rule about money ever asks which chain it is on.
@NullMarked
package imtokenpay.chain.family;

import org.jspecify.annotations.NullMarked;
