/// Several providers of one chain read as one. Exists so that no single provider is believed: what is read on is what
/// enough of them say alike.
@NullMarked
package imtokenpay.adapter.quorum;

import org.jspecify.annotations.NullMarked;
