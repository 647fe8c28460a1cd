package imtokenpay.devnet.paper.rpc;

import imtokenpay.devnet.paper.ledger.Ledger;
import imtokenpay.devnet.paper.ledger.Rejected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/// The methods by which a test makes the chain do what it likes, named as the real development node names them.
record ControlMethods(Ledger ledger, Miner miner) {
    private static final int BLOCKS_AT_ONCE = 10_000;

    Map<String, Method> all() {
        return Map.ofEntries(
                Map.entry("evm_mine", params -> done(ledger::mine, "0x0")),
                Map.entry("anvil_mine", this::mine),
                Map.entry("evm_setAutomine", params -> done(() -> miner.automatic(params.flag(0)))),
                Map.entry("anvil_getAutomine", params -> BooleanNode.valueOf(miner.automatic())),
                Map.entry("evm_setIntervalMining", this::interval),
                Map.entry("anvil_reorg", this::reorganise),
                Map.entry("anvil_dropTransaction", this::drop),
                Map.entry("anvil_setBalance", params -> done(() -> ledger.endow(params.hex(0), params.number(1)))),
                Map.entry("evm_increaseTime", params -> Method.number(ledger.advance(params.whole(0)))),
                Map.entry("evm_setNextBlockTimestamp", params -> done(() -> ledger.stampNext(params.whole(0)))));
    }

    private JsonNode mine(Params params) {
        long count = params.has(0) ? params.whole(0) : 1;
        if (count < 0 || count > BLOCKS_AT_ONCE) {
            throw new Rejected(Rejected.INVALID_PARAMS, "at most " + BLOCKS_AT_ONCE + " blocks at once");
        }
        for (long i = 0; i < count; i++) {
            ledger.mine();
        }
        return Method.NOTHING;
    }

    private JsonNode interval(Params params) {
        return done(() -> miner.every(Duration.ofSeconds(params.whole(0))));
    }

    private JsonNode reorganise(Params params) {
        Map<Integer, List<String>> raws = new HashMap<>();
        if (params.has(1)) {
            for (JsonNode pair : params.node(1)) {
                raws.computeIfAbsent(pair.path(1).asInt(-1), at -> new ArrayList<>())
                        .add(Params.hex(pair.path(0)));
            }
        }
        return done(() -> ledger.reorganise(Math.toIntExact(params.whole(0)), raws));
    }

    private JsonNode drop(Params params) {
        String hash = params.hex(0);
        return ledger.drop(hash) ? Method.text(hash) : Method.NOTHING;
    }

    private static JsonNode done(Runnable work) {
        work.run();
        return Method.NOTHING;
    }

    private static JsonNode done(Runnable work, String answer) {
        work.run();
        return Method.text(answer);
    }
}
