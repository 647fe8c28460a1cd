package imtokenpay.adapter.evm;

import java.util.List;
import java.util.Map;

/// One JSON-RPC call. Named after what we want to know, so that the reader need not know the node's words.
record RpcCall(String method, List<?> params) {
    static RpcCall chainId() {
        return new RpcCall("eth_chainId", List.of());
    }

    static RpcCall latestHeader() {
        return new RpcCall("eth_getBlockByNumber", List.of("latest", false));
    }

    static RpcCall block(long height, boolean withTransactions) {
        return new RpcCall("eth_getBlockByNumber", List.of(Quantity.hex(height), withTransactions));
    }

    static RpcCall receipt(String txHash) {
        return new RpcCall("eth_getTransactionReceipt", List.of(txHash));
    }

    static RpcCall logs(long from, long to, List<String> contracts, List<?> topics) {
        return new RpcCall(
                "eth_getLogs",
                List.of(Map.of(
                        "fromBlock",
                        Quantity.hex(from),
                        "toBlock",
                        Quantity.hex(to),
                        "address",
                        contracts,
                        "topics",
                        topics)));
    }

    static RpcCall view(String contract, String data) {
        return new RpcCall("eth_call", List.of(Map.of("to", contract, "data", data), "latest"));
    }
}
