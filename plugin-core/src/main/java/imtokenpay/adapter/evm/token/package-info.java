/// Finds token transfers by their logs: in which ranges, by which filter, and what a log must be like to be one.
@NullMarked
package imtokenpay.adapter.evm.token;

import org.jspecify.annotations.NullMarked;
