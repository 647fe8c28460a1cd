package imtokenpay.simulation;

import imtokenpay.adapter.evm.WireFaults;
import imtokenpay.store.StoreFaults;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/// The faults by which payment plugins lose money or invent it, each as one story of the production classes, told on a
/// chain of each family. What became of them is docs/fault-matrix.md.
@ExtendWith(FaultMatrix.class)
class FaultMatrixTest {
    @Nested
    class Chain extends ChainFaults {
        Chain() {
            super(Habits.EVM);
        }
    }

    @Nested
    class ChainOnBitcoin extends ChainFaults {
        ChainOnBitcoin() {
            super(Habits.BITCOIN);
        }
    }

    @Nested
    class ChainOnTron extends ChainFaults {
        ChainOnTron() {
            super(Habits.TRON);
        }
    }

    @Nested
    class Wire extends WireFaults {}

    @Nested
    class Money extends MoneyFaults {
        Money() {
            super(Habits.EVM);
        }
    }

    @Nested
    class MoneyOnBitcoin extends MoneyFaults {
        MoneyOnBitcoin() {
            super(Habits.BITCOIN);
        }
    }

    @Nested
    class MoneyOnTron extends MoneyFaults {
        MoneyOnTron() {
            super(Habits.TRON);
        }
    }

    @Nested
    class Telling extends TellingFaults {
        Telling() {
            super(Habits.EVM);
        }
    }

    @Nested
    class TellingOnBitcoin extends TellingFaults {
        TellingOnBitcoin() {
            super(Habits.BITCOIN);
        }
    }

    @Nested
    class TellingOnTron extends TellingFaults {
        TellingOnTron() {
            super(Habits.TRON);
        }
    }

    @Nested
    class Stores extends StoreFaults {}
}
