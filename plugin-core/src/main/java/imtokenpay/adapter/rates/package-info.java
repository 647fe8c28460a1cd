/// Asks for live prices: vendors over HTTP, price feeds through the chains' own nodes. Whatever is not exactly of the
/// shape that was asked for is no price.
@NullMarked
package imtokenpay.adapter.rates;

import org.jspecify.annotations.NullMarked;
