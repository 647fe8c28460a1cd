package imtokenpay.bench.node;

import java.util.Locale;

/// A call that the node does not answer.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    Refusal(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }

    /// Too much was asked for; both providers name a range that works (texts as of 2024, ethers.js#4703).
    static Refusal tooMuch(Terms terms, long from, long fits) {
        var range = String.format(Locale.ROOT, "[0x%x, 0x%x]", from, from + Math.max(1, fits) - 1);
        return switch (terms.tongue()) {
            case INFURA ->
                new Refusal(
                        -32005,
                        "query returned more than " + terms.logsMax() + " results. Try with this block range " + range
                                + ".");
            case ALCHEMY ->
                new Refusal(
                        -32602,
                        "Log response size exceeded. You can make eth_getLogs requests with up to a "
                                + terms.blocksMax()
                                + " block range and no limit on the response size, or you can request any block"
                                + " range with a cap of " + terms.logsMax()
                                + " logs in the response. Based on your parameters and the response size limit, this"
                                + " block range should work: " + range);
            case QUICKNODE ->
                new Refusal(
                        -32614, String.format(Locale.ROOT, "eth_getLogs is limited to a %,d range", terms.blocksMax()));
        };
    }

    static Refusal tooManyTopics(int max) {
        return new Refusal(-32602, "query exceeds the maximum of " + max + " addresses or topics per search position");
    }
}
