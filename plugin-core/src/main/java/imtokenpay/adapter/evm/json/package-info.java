/// Reads JSON without building a tree of it: what nobody wants is passed over, and of the rest a text is only looked at
/// where it stands.
@NullMarked
package imtokenpay.adapter.evm.json;

import org.jspecify.annotations.NullMarked;
