/// What to look for on an EVM chain, in a form that foreign transfers can be held against quickly.
@NullMarked
package imtokenpay.adapter.evm.watch;

import org.jspecify.annotations.NullMarked;
