package imtokenpay.adapter.evm.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes an answer in one to three places that a seed chooses: mostly a field, sometimes a byte. It knows what such
/// answers are made of, so that most of what it makes is nearly right.
public final class Mutation implements UnaryOperator<String> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ONES = "0x" + "f".repeat(64);
    private static final List<String> VALUES = List.of(
            "\"\"",
            "\"0x\"",
            "\"0x0\"",
            "\"0x1\"",
            "\"0x2\"",
            "\"0x-1\"",
            "\"-0x1\"",
            "\"0X1\"",
            "\" 0x1\"",
            "\"0x01\"",
            "\"0x1 \"",
            "\"1\"",
            "\"0x80000000\"",
            "\"0x7fffffffffffffff\"",
            "\"0x8000000000000000\"",
            "\"0x8" + "0".repeat(63) + "\"",
            "\"" + ONES + "\"",
            "\"" + ONES + "f\"",
            "\"" + HostileChain.word("0") + "\"",
            "\"" + HostileChain.SHOP + "\"",
            "\"" + HostileChain.SHOP.toUpperCase(java.util.Locale.ROOT) + "\"",
            "\"" + HostileChain.USDT + "\"",
            "\"" + HostileChain.TRANSFER + "\"",
            "\"" + HostileChain.addressWord(HostileChain.SHOP) + "\"",
            "\"" + HostileChain.addressWord(HostileChain.SHOPPER) + "\"",
            "\"0xff" + HostileChain.addressWord(HostileChain.SHOP).substring(4) + "\"",
            "\"\\u0030x1\"",
            "\"\\u202e\\u0000\\ud800\"",
            "\"" + "a".repeat(5_000) + "\"",
            "null",
            "true",
            "false",
            "0",
            "1",
            "-1",
            "1e400",
            "0.1",
            "9".repeat(500),
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "{\"code\":-32005,\"message\":\"limit exceeded\"}",
            "[".repeat(70) + "]".repeat(70));

    private final SplittableRandom random;

    public Mutation(long seed) {
        random = new SplittableRandom(seed);
    }

    @Override
    public String apply(String answer) {
        var text = answer;
        var times = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1;
        for (var i = 0; i < times; i++) {
            text = random.nextInt(6) == 0 ? bytes(text) : field(text);
        }
        return text;
    }

    /// A value in the answer, and how to put another in its place or take it away.
    private record Place(JsonNode value, Consumer<JsonNode> set, Runnable remove) {}

    private String field(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (tools.jackson.core.JacksonException alreadyBroken) {
            return bytes(text);
        }
        var places = new ArrayList<Place>();
        walk(root, places);
        if (places.isEmpty()) {
            return bytes(text);
        }
        var place = places.get(random.nextInt(places.size()));
        switch (random.nextInt(10)) {
            case 0 -> place.remove().run();
            case 1, 2 ->
                place.set()
                        .accept(places.get(random.nextInt(places.size()))
                                .value()
                                .deepCopy());
            case 3, 4 -> place.set().accept(digit(place.value()));
            case 5 -> place.set().accept(capital(place.value()));
            case 6 -> twice(place.value(), root);
            default -> place.set().accept(JSON.readTree(VALUES.get(random.nextInt(VALUES.size()))));
        }
        return root.toString();
    }

    private static void walk(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                var value = object.get(name);
                places.add(new Place(value, other -> object.set(name, other), () -> object.remove(name)));
                walk(value, places);
            }
        } else if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                var index = i;
                places.add(new Place(array.get(i), other -> array.set(index, other), () -> array.remove(index)));
                walk(array.get(i), places);
            }
        }
    }

    private JsonNode digit(JsonNode value) {
        if (!value.isString() || value.stringValue().isEmpty()) {
            return JSON.nullNode();
        }
        var text = new StringBuilder(value.stringValue());
        text.setCharAt(random.nextInt(text.length()), "0123456789abcdefABCDEFxg-".charAt(random.nextInt(25)));
        return JSON.getNodeFactory().stringNode(text.toString());
    }

    private static JsonNode capital(JsonNode value) {
        return value.isString() && value.stringValue().startsWith("0x")
                ? JSON.getNodeFactory()
                        .stringNode("0x" + value.stringValue().substring(2).toUpperCase(java.util.Locale.ROOT))
                : JSON.getNodeFactory().numberNode(7);
    }

    // Something in a list stands there a second time, or the whole answer does.
    private void twice(JsonNode value, JsonNode root) {
        var lists = new ArrayList<ArrayNode>();
        lists(root, lists);
        if (!lists.isEmpty()) {
            var list = lists.get(random.nextInt(lists.size()));
            list.add(
                    list.isEmpty()
                            ? value.deepCopy()
                            : list.get(random.nextInt(list.size())).deepCopy());
        }
    }

    private static void lists(JsonNode node, List<ArrayNode> lists) {
        if (node instanceof ArrayNode array) {
            lists.add(array);
        }
        node.forEach(part -> lists(part, lists));
    }

    private String bytes(String text) {
        if (text.isEmpty()) {
            return "[";
        }
        var at = random.nextInt(text.length());
        var end = Math.min(text.length(), at + 1 + random.nextInt(40));
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(end);
            case 2 -> text.substring(0, end) + text.substring(at);
            case 3 -> text.substring(0, at) + "\"{}[],:0x\\".charAt(random.nextInt(10)) + text.substring(at);
            default -> text.substring(0, at) + (char) (1 + random.nextInt(300)) + text.substring(at + 1);
        };
    }
}
