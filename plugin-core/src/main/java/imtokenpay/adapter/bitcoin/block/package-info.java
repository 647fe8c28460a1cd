/// Reads a block as it lies on the disk of every node and holds it against its own hash. Bytes take a tenth
/// of the time of the node's JSON, and a node that leaves out or makes up a transaction cannot do it here.
@NullMarked
package imtokenpay.adapter.bitcoin.block;

import org.jspecify.annotations.NullMarked;
