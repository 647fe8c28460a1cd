package imtokenpay.adapter.tron;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/// Transactions of a test's chain that no log tells of, as both interfaces of java-tron show them: over JSON-RPC all
/// are
/// alike, beside it each has its kind.
final class CoinBlocks {
    // The token 1002000, by the digits of its number.
    private static final String TOKEN = "\"asset_name\":\"31303032303030\",";

    private final Map<Long, List<Named>> moves = new HashMap<>();

    /// One of them.
    ///
    /// @param kind such as `TransferContract`
    /// @param end such as `SUCCESS`
    /// @param sender of the wire; empty if nobody's
    record Move(String kind, String end, String sender, String receiver, long amount) {}

    /// @param hash the transaction's, without 0x
    private record Named(String hash, Move move) {}

    /// @return the transaction's hash without 0x
    String add(long height, Move move) {
        var hash = "%032x%032x"
                .formatted(height, moves.getOrDefault(height, List.of()).size());
        add(height, move, hash);
        return hash;
    }

    void add(long height, Move move, String hash) {
        moves.computeIfAbsent(height, any -> new ArrayList<>()).add(new Named(hash, move));
    }

    void clear(long height) {
        moves.remove(height);
    }

    String transactions(long height) {
        return each(height, CoinBlocks::transaction);
    }

    String walletBlock(long height, String blockHash) {
        return "{\"blockID\":\"%s\",\"block_header\":{},\"transactions\":[%s]}"
                .formatted(blockHash.substring(2), each(height, CoinBlocks::walletTransaction));
    }

    String receipt(String transaction, LongFunction<String> blockHashes) {
        var hash = transaction.substring(2);
        var height = moves.entrySet().stream()
                .filter(block ->
                        block.getValue().stream().anyMatch(one -> one.hash().equals(hash)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        var move = moves.get(height).stream()
                .filter(one -> one.hash().equals(hash))
                .findFirst()
                .orElseThrow()
                .move();
        return "{\"blockHash\":\"%s\",\"gasUsed\":\"0x0\",\"effectiveGasPrice\":\"0x64\",\"logs\":[],\"status\":\"%s\"}"
                .formatted(blockHashes.apply(height), move.end().equals("SUCCESS") ? "0x1" : "0x0");
    }

    private static String transaction(String hash, Move move) {
        var sender = move.sender().isEmpty() ? "null" : "\"" + move.sender() + "\"";
        return ("{\"from\":%s,\"gas\":\"0x0\",\"gasPrice\":\"0x64\",\"hash\":\"0x%s\",\"input\":\"0x\","
                        + "\"nonce\":\"0x0000000000000000\",\"to\":\"%s\",\"type\":\"0x0\",\"value\":\"0x%x\"}")
                .formatted(sender, hash, move.receiver(), move.amount());
    }

    private static String walletTransaction(String hash, Move move) {
        return ("{\"ret\":[{\"contractRet\":\"%s\"}],\"txID\":\"%s\",\"raw_data\":{\"contract\":[{\"parameter\":"
                        + "{\"value\":{%s\"amount\":%d,\"owner_address\":\"41%s\",\"to_address\":\"41%s\"}},"
                        + "\"type\":\"%s\"}]}}")
                .formatted(
                        move.end(),
                        hash,
                        move.kind().equals("TransferAssetContract") ? TOKEN : "",
                        move.amount(),
                        move.sender().replace("0x", ""),
                        move.receiver().replace("0x", ""),
                        move.kind());
    }

    private String each(long height, BiFunction<String, Move, String> form) {
        return moves.getOrDefault(height, List.of()).stream()
                .map(one -> form.apply(one.hash(), one.move()))
                .collect(Collectors.joining(","));
    }
}
