package imtokenpay.devnet.paper.ledger;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// What came of a transaction in its block.
///
/// @param succeeded false when the call was reverted; the fee is gone all the same
/// @param created the address of a new contract
public record Outcome(boolean succeeded, BigInteger gas, Optional<String> created, List<Log> logs) {
    public Outcome {
        logs = List.copyOf(logs);
        if (!succeeded && !(logs.isEmpty() && created.isEmpty())) {
            throw new IllegalArgumentException("A reverted call leaves nothing behind");
        }
    }

    static Outcome done(BigInteger gas, List<Log> logs) {
        return new Outcome(true, gas, Optional.empty(), logs);
    }

    static Outcome reverted(BigInteger gas) {
        return new Outcome(false, gas, Optional.empty(), List.of());
    }
}
