/// Tests of the reader against hostile people and failing nodes, through its port and over real HTTP only.
@NullMarked
package imtokenpay.adapter.evm.hostile;

import org.jspecify.annotations.NullMarked;
