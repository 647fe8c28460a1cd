package imtokenpay.adapter.evm;

import imtokenpay.adapter.evm.json.Field;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.chain.Address;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.TransactionAnswer;
import imtokenpay.chain.watch.TransactionAnswer.Move;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Looks one transaction up (Ethereum JSON-RPC, `eth_getTransactionByHash` and `eth_getTransactionReceipt`).
///
/// @param mayBeFromNobody whether coins can come from no address, as those of java-tron's shielded
/// transfers: then they are left out
record TransactionLookUp(String hash, boolean mayBeFromNobody) {
    /// keccak-256 of `Transfer(address,address,uint256)` (ERC-20).
    private static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    private static final Pattern QUANTITY = Pattern.compile("0x[0-9a-fA-F]{1,64}");
    private static final Pattern HEIGHT = Pattern.compile("0x[0-9a-fA-F]{1,15}");
    private static final Pattern WORD = Pattern.compile("0x[0-9a-fA-F]{64}");
    private static final Pattern ADDRESS_WORD = Pattern.compile("0x0{24}[0-9a-fA-F]{40}");
    private static final int TRANSFER_TOPICS = 3;

    /// @param to empty where the transaction makes a contract
    /// @param height no number while no block holds it: `null`, or `0x` (java-tron)
    private record Sent(String from, String to, String value, String height) {}

    private record Receipt(boolean worked, long height, List<Move> moves) {}

    TransactionAnswer read(CheckedNode node) {
        var sent = RpcCall.of("eth_getTransactionByHash", List.of(hash), tokens -> sent(tokens.json()));
        var receipt = RpcCall.of("eth_getTransactionReceipt", List.of(hash), tokens -> receipt(tokens.json()));
        var answers = node.askForNews(List.of(sent, receipt));
        if (answers.of(sent).isEmpty()) {
            return new TransactionAnswer.Unknown();
        }
        return answers.of(receipt)
                .map(found -> answer(answers.of(sent).get(), found))
                .orElseGet(() -> pending(answers.of(sent).get()));
    }

    // java-tron keeps the receipts apart, and only if it is told to (`storage.transHistory.switch`, read 2026-11).
    private TransactionAnswer pending(Sent sent) {
        if (HEIGHT.matcher(sent.height).matches()) {
            throw new ChainUnavailable(
                    "the node shows the transaction in a block, but not how it ended: it keeps no receipts, or has not"
                            + " written this one yet");
        }
        return new TransactionAnswer.Pending(coin(sent).stream().toList());
    }

    private TransactionAnswer answer(Sent sent, Receipt receipt) {
        if (!receipt.worked) {
            return new TransactionAnswer.Failed(receipt.height);
        }
        var coin = coin(sent).stream();
        return new TransactionAnswer.Done(
                receipt.height, Stream.concat(coin, receipt.moves.stream()).toList());
    }

    private Optional<Move> coin(Sent sent) {
        var units = number(sent.value, QUANTITY);
        var isFromNobody = mayBeFromNobody && sent.from.isEmpty();
        if (isFromNobody || sent.to.isEmpty() || units.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Move(Optional.empty(), address(sent.from), address(sent.to), units));
    }

    private static Optional<Sent> sent(JsonParser json) {
        if (!isObject(json)) {
            return Optional.empty();
        }
        var from = "";
        var to = "";
        var value = "";
        var height = "";
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "from" -> from = Field.text(json);
                case "to" -> to = Field.text(json);
                case "value" -> value = Field.text(json);
                case "blockNumber" -> height = Field.text(json);
                default -> json.skipChildren();
            }
        }
        return Optional.of(new Sent(from, to, value, height));
    }

    private static Optional<Receipt> receipt(JsonParser json) {
        if (!isObject(json)) {
            return Optional.empty();
        }
        var status = "";
        var height = "";
        var moves = new ArrayList<Move>();
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "status" -> status = Field.text(json);
                case "blockNumber" -> height = Field.text(json);
                case "logs" -> logs(json, moves);
                default -> json.skipChildren();
            }
        }
        return Optional.of(new Receipt(
                number(status, QUANTITY).equals(BigInteger.ONE),
                number(height, HEIGHT).longValueExact(),
                moves));
    }

    private static void logs(JsonParser json, List<Move> moves) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw notUnderstood();
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            log(json).ifPresent(moves::add);
        }
    }

    private static Optional<Move> log(JsonParser json) {
        var token = "";
        var data = "";
        var topics = List.<String>of();
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "address" -> token = Field.text(json);
                case "data" -> data = Field.text(json);
                case "topics" -> topics = topics(json);
                default -> json.skipChildren();
            }
        }
        // Anything else that a contract tells is none of our business.
        return topics.size() == TRANSFER_TOPICS
                        && topics.getFirst().equalsIgnoreCase(TRANSFER)
                        && topics.stream()
                                .skip(1)
                                .allMatch(topic -> ADDRESS_WORD.matcher(topic).matches())
                        && WORD.matcher(data).matches()
                ? Optional.of(new Move(
                        Optional.of(address(token)), padded(topics.get(1)), padded(topics.get(2)), number(data, WORD)))
                : Optional.empty();
    }

    private static List<String> topics(JsonParser json) {
        var topics = new ArrayList<String>();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw notUnderstood();
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            topics.add(Field.text(json));
        }
        return topics;
    }

    private static Address padded(String word) {
        return address("0x" + word.substring(word.length() - 40));
    }

    private static Address address(String text) {
        try {
            return EvmAddress.parse(text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            throw new ChainUnavailable("the node's answer names an address that is none", none);
        }
    }

    private static boolean isObject(JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_NULL -> false;
            case START_OBJECT -> true;
            default -> throw notUnderstood();
        };
    }

    private static BigInteger number(String text, Pattern shape) {
        if (!shape.matcher(text).matches()) {
            throw notUnderstood();
        }
        return new BigInteger(text.substring(2), 16);
    }

    private static ChainUnavailable notUnderstood() {
        return new ChainUnavailable("the node's answer about a transaction is not understood");
    }
}
