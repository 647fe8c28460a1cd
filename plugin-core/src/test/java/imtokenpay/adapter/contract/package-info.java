/// What holds for every family of chains, in tests that all of them pass.
@NullMarked
package imtokenpay.adapter.contract;

import org.jspecify.annotations.NullMarked;
