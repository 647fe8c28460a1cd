/// The way of the data, one class per step. A UseCase is one transaction, a Pass touches the network and holds
/// none.
@NullMarked
package imtokenpay.flow;

import org.jspecify.annotations.NullMarked;
