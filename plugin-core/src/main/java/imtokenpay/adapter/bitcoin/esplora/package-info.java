/// Nodes that are read through Esplora's REST API (Blockstream/esplora, `API.md`; electrs and mempool.space
/// speak it, too). Only of whole blocks and of what they are held against: no address is ever named to it.
@NullMarked
package imtokenpay.adapter.bitcoin.esplora;

import org.jspecify.annotations.NullMarked;
