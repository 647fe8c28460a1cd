/// Bitcoin's addresses: how people write them, which script each stands for, and which one a public key has.
/// Exists so that the rest compares scripts and never letters.
@NullMarked
package imtokenpay.adapter.bitcoin.address;

import org.jspecify.annotations.NullMarked;
