/// Starts everything the demo needs (a chain, a wallet, Payara Micro with both applications) and stops it again.
@NullMarked
package imtokenpay.demo;

import org.jspecify.annotations.NullMarked;
