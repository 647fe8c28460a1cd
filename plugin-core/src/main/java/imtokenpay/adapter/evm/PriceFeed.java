package imtokenpay.adapter.evm;

import imtokenpay.adapter.evm.json.Field;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.FeedAnswer;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads a price feed (`AggregatorV3Interface`; docs.chain.link, "Data Feeds API Reference", read 2026-11).
record PriceFeed(String contract) {
    /// First four bytes of keccak-256 of `latestRoundData()`.
    private static final String LATEST_ROUND_DATA = "0xfeaf968c";
    /// First four bytes of keccak-256 of `decimals()`.
    private static final String DECIMALS = "0x313ce567";

    // (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
    private static final int WORDS = 5;
    private static final int ANSWER = 1;
    private static final int UPDATED_AT = 3;
    private static final int WORD_DIGITS = 64;
    private static final int WORD_BITS = 256;
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]+");
    // Until the year 36812; a feed that says more is no feed.
    private static final int TIME_BITS = 40;
    private static final int DECIMALS_BITS = 8;

    FeedAnswer read(CheckedNode node) {
        var round = call(LATEST_ROUND_DATA);
        var decimals = call(DECIMALS);
        var answers = node.askForNews(List.of(round, decimals));
        var words = answers.of(round);
        var updatedAt = word(words, UPDATED_AT, WORDS);
        var places = word(answers.of(decimals), 0, 1);
        if (updatedAt.bitLength() > TIME_BITS || places.bitLength() > DECIMALS_BITS) {
            throw noFeed();
        }
        return new FeedAnswer(
                signed(word(words, ANSWER, WORDS)),
                places.intValueExact(),
                Instant.ofEpochSecond(updatedAt.longValueExact()));
    }

    private RpcCall<String> call(String selector) {
        var params = List.of(Map.of("to", contract, "data", selector), "latest");
        return RpcCall.of("eth_call", params, tokens -> Field.text(tokens.json()));
    }

    private BigInteger word(String answer, int index, int words) {
        if (answer.length() != 2 + words * WORD_DIGITS || !HEX.matcher(answer).matches()) {
            throw noFeed();
        }
        var from = 2 + index * WORD_DIGITS;
        return new BigInteger(answer.substring(from, from + WORD_DIGITS), 16);
    }

    private static BigInteger signed(BigInteger word) {
        return word.testBit(WORD_BITS - 1) ? word.subtract(BigInteger.ONE.shiftLeft(WORD_BITS)) : word;
    }

    private ChainUnavailable noFeed() {
        return new ChainUnavailable(contract + ": there is no price feed at that address on this chain");
    }
}
