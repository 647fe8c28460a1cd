package imtokenpay.simulation;

import imtokenpay.adapter.evm.WireFaults;
import imtokenpay.store.StoreFaults;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/// The faults by which payment plugins lose money or invent it, each as one story of the production classes. What
/// became of them is docs/fault-matrix.md.
@ExtendWith(FaultMatrix.class)
class FaultMatrixTest {
    @Nested
    class Chain extends ChainFaults {}

    @Nested
    class Wire extends WireFaults {}

    @Nested
    class Money extends MoneyFaults {}

    @Nested
    class Telling extends TellingFaults {}

    @Nested
    class Stores extends StoreFaults {}
}
