/// TRON, read through the JSON-RPC that java-tron and its providers offer in Ethereum's manner. People and our own
/// tables see TRON's spelling of everything; Ethereum's is on the wire alone.
@NullMarked
package imtokenpay.adapter.tron;

import org.jspecify.annotations.NullMarked;
