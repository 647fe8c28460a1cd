package imtokenpay.adapter.tron;

import imtokenpay.adapter.evm.EvmNetwork;
import imtokenpay.adapter.evm.rpc.RpcEndpoint;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Notices that a node does not find its own logs. java-tron looks them up in an index that it keeps only while its
/// JSON-RPC is on; of a block that it read before, it says that nothing happened (java-tron, issues 4987, 6037 and
/// 6384,
/// read 2026-11). Asked for all of a block, it does not use the index: so one of those logs must be found by it, too.
final class LogIndex implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMinutes(2);
    /// As many as come in that time, one every three seconds.
    private static final int BLOCKS = 40;

    private static final JsonMapper JSON = new JsonMapper();

    private final RpcEndpoint rpc;
    private final InstantSource clock;
    private volatile Instant checkedAt = Instant.EPOCH;

    LogIndex(EvmNetwork network, InstantSource clock) {
        this.rpc = new RpcEndpoint(network.rpc(), network.headers(), clock);
        this.clock = clock;
    }

    /// Checks the first of the blocks that were read, now and then, and always where many were read at once: what was
    /// off for a while is on again at the newest.
    ///
    /// @throws ChainUnavailable if a log is missing, or the node does not answer
    void check(long first, long last) {
        var now = clock.instant();
        if (last < first || last - first < BLOCKS && checkedAt.plus(PAUSE).isAfter(now)) {
            return;
        }
        var height = "0x" + Long.toHexString(first);
        var logs = logs(Map.of("fromBlock", height, "toBlock", height));
        if (logs.isEmpty()) {
            // Where nothing happened, nothing can be missing.
            return;
        }
        var log = logs.path(0);
        var topics = log.path("topics").isEmpty()
                ? List.of()
                : List.of(log.path("topics").path(0));
        var found = logs(Map.of(
                "fromBlock", height, "toBlock", height, "address", List.of(log.path("address")), "topics", topics));
        var transaction = log.path("transactionHash");
        if (StreamSupport.stream(found.spliterator(), false)
                .noneMatch(other -> other.path("transactionHash").equals(transaction))) {
            throw new ChainUnavailable(
                    Reason.INCONSISTENT,
                    "the node does not find a log of block " + first + " that it has: its index of logs was off then"
                            + " (node.jsonrpc.httpFullNodeEnable), so payments would be missed. Use another node");
        }
        checkedAt = now;
    }

    @Override
    public void close() {
        rpc.close();
    }

    private JsonNode logs(Map<String, ?> filter) {
        var call = Map.of("jsonrpc", "2.0", "id", 1, "method", "eth_getLogs", "params", List.of(filter));
        try {
            var logs = JSON.readTree(rpc.ask(JSON.writeValueAsBytes(call))).path("result");
            if (!logs.isArray()) {
                throw new ChainUnavailable("the node does not show the logs of a block");
            }
            return logs;
        } catch (JacksonException notJson) {
            throw new ChainUnavailable("the node's answer is not JSON", notJson);
        }
    }
}
