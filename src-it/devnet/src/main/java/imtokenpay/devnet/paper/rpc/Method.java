package imtokenpay.devnet.paper.rpc;

import java.math.BigInteger;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/// One JSON-RPC method.
@FunctionalInterface
interface Method {
    /// An answer without content, as control methods give.
    JsonNode NOTHING = NullNode.getInstance();

    JsonNode answer(Params params);

    static JsonNode text(String text) {
        return StringNode.valueOf(text);
    }

    static JsonNode quantity(BigInteger number) {
        return text(Numeric.encodeQuantity(number));
    }

    static JsonNode quantity(long number) {
        return quantity(BigInteger.valueOf(number));
    }

    /// A plain JSON number, which some control methods answer.
    static JsonNode number(long number) {
        return BigIntegerNode.valueOf(BigInteger.valueOf(number));
    }
}
