package imtokenpay.devnet.paper.rpc;

import imtokenpay.devnet.paper.ledger.Rejected;
import java.math.BigInteger;
import java.util.Locale;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;

/// The parameters of one call, read strictly.
record Params(JsonNode list) {
    boolean has(int index) {
        return list.has(index) && !list.get(index).isNull();
    }

    JsonNode node(int index) {
        if (!has(index)) {
            throw new Rejected(Rejected.INVALID_PARAMS, "parameter " + index + " is missing");
        }
        return list.get(index);
    }

    /// A text in lower case: hashes, addresses and raw bytes are compared, never shown.
    String hex(int index) {
        return hex(node(index));
    }

    static String hex(JsonNode node) {
        if (!node.isString() || !node.stringValue().matches("0x[0-9a-fA-F]*")) {
            throw new Rejected(Rejected.INVALID_PARAMS, "not hexadecimal: " + node);
        }
        return node.stringValue().toLowerCase(Locale.ROOT);
    }

    /// A quantity, written as a number or in hexadecimal.
    BigInteger number(int index) {
        JsonNode node = node(index);
        return node.isIntegralNumber() ? node.bigIntegerValue() : quantity(hex(node));
    }

    /// The same as a `long`; too large a number is refused.
    long whole(int index) {
        try {
            return number(index).longValueExact();
        } catch (ArithmeticException e) {
            throw new Rejected(Rejected.INVALID_PARAMS, "too large: " + node(index));
        }
    }

    static BigInteger quantity(String hex) {
        if (hex.length() < 3) {
            throw new Rejected(Rejected.INVALID_PARAMS, "not a quantity: " + hex);
        }
        return Numeric.toBigInt(hex);
    }

    boolean flag(int index) {
        JsonNode node = node(index);
        if (!node.isBoolean()) {
            throw new Rejected(Rejected.INVALID_PARAMS, "not true or false: " + node);
        }
        return node.booleanValue();
    }
}
