/// Networks and tokens that everybody knows, so that an admin chooses what he would otherwise look up
/// and type. A suggestion and no more: what is kept is checked with the chain itself.
@NullMarked
package imtokenpay.merchant.known;

import org.jspecify.annotations.NullMarked;
