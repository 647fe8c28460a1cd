/// How much to ask of a node at once: learnt from what it answers, for each node anew, since every provider has other
/// limits and none tells them beforehand.
@NullMarked
package imtokenpay.adapter.evm.pace;

import org.jspecify.annotations.NullMarked;
