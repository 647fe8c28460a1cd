package imtokenpay.adapter.tron;

import imtokenpay.chain.Address;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A block as java-tron's HTTP interface shows it: with what kind of contract each transaction is.
///
/// @param hash its hash without 0x
/// @param transactions by their hashes, without 0x
record WalletBlock(String hash, Map<String, JsonNode> transactions) {
    private static final JsonMapper JSON = new JsonMapper();

    /// A transfer of TRX that worked.
    ///
    /// @param units sun
    record Coins(BigInteger units, Address sender, Address receiver) {}

    /// A transfer of a TRC-10 token that worked.
    ///
    /// @param name `trc10:` and the token's number; its name in hexadecimal digits where that is older
    /// than numbers
    /// @param moved in the token's smallest unit
    record Tokens(Address name, Coins moved) {}

    /// Reads the answer of `/wallet/getblockbynum`.
    ///
    /// @throws ChainUnavailable if it is no block
    static WalletBlock read(byte[] answer) {
        try {
            var block = JSON.readTree(answer);
            var hash = block.path("blockID").asString("");
            if (hash.isEmpty()) {
                throw new ChainUnavailable("the node shows no block below /wallet, which TRX needs beside /jsonrpc");
            }
            var transactions = new HashMap<String, JsonNode>();
            for (var transaction : block.path("transactions")) {
                transactions.put(transaction.path("txID").asString(""), transaction);
            }
            return new WalletBlock(hash, transactions);
        } catch (JacksonException notJson) {
            throw new ChainUnavailable("the node's answer below /wallet is not JSON", notJson);
        }
    }

    /// What a transaction moved; empty if it moves no TRX, or failed.
    ///
    /// @throws ChainUnavailable if it is not in the block, or not understood
    Optional<Coins> coins(String transaction) {
        return value(transaction, "TransferContract").map(WalletBlock::coins);
    }

    /// What of a TRC-10 token a transaction moved; empty if it moves none, or failed.
    ///
    /// @throws ChainUnavailable if it is not in the block, or not understood
    Optional<Tokens> tokens(String transaction) {
        return value(transaction, "TransferAssetContract").map(value -> new Tokens(name(value), coins(value)));
    }

    // What a contract of that type says of itself; empty if the transaction is of another, or failed.
    private Optional<JsonNode> value(String transaction, String wanted) {
        var shown = transactions.get(transaction);
        if (shown == null) {
            throw new ChainUnavailable(
                    Reason.INCONSISTENT, "the node shows a block without a transaction that it showed there before");
        }
        var contracts = shown.path("raw_data").path("contract");
        var type = contracts.path(0).path("type").asString("");
        var end = shown.path("ret").path(0).path("contractRet").asString("");
        if (contracts.size() != 1 || type.isEmpty() || end.isEmpty()) {
            throw new ChainUnavailable("the node does not say what a transaction is, or how it ended");
        }
        return type.equals(wanted) && end.equals("SUCCESS")
                ? Optional.of(contracts.path(0).path("parameter").path("value"))
                : Optional.empty();
    }

    private static Address name(JsonNode value) {
        var hex = value.path("asset_name").asString("");
        if (!hex.matches("([0-9a-f]{2}){1,32}")) {
            throw new ChainUnavailable("the node shows a transfer of a token without the token's name");
        }
        var text = new String(HexFormat.of().parseHex(hex), StandardCharsets.US_ASCII);
        return new Address("trc10:" + (text.matches("[0-9]+") ? text : hex));
    }

    private static Coins coins(JsonNode value) {
        if (!value.path("amount").isIntegralNumber()) {
            throw new ChainUnavailable("the node shows a transfer without its amount");
        }
        return new Coins(
                value.path("amount").bigIntegerValue(),
                address(value.path("owner_address").asString("")),
                address(value.path("to_address").asString("")));
    }

    private static Address address(String hex) {
        if (!hex.matches("41[0-9a-fA-F]{40}")) {
            throw new ChainUnavailable("the node shows a transfer without its sender or receiver");
        }
        return TronAddress.ofWire("0x" + hex.substring(2));
    }
}
