/// Reads a block as it lies on the disk of every node and holds it against its own hash. A node answers it in a
/// tenth of the time that it takes for its JSON, and one that leaves out or makes up a transaction cannot do it
/// here.
@NullMarked
package imtokenpay.adapter.bitcoin.block;

import org.jspecify.annotations.NullMarked;
