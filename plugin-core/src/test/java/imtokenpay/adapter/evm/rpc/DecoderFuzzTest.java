package imtokenpay.adapter.evm.rpc;

import static imtokenpay.adapter.evm.hostile.HostileChain.SHOP;
import static imtokenpay.adapter.evm.hostile.HostileChain.SHOPPER;
import static imtokenpay.adapter.evm.hostile.HostileChain.USDT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import imtokenpay.adapter.evm.coin.CoinMove;
import imtokenpay.adapter.evm.coin.EvmBlock;
import imtokenpay.adapter.evm.hostile.HostileChain;
import imtokenpay.adapter.evm.hostile.Mutation;
import imtokenpay.adapter.evm.json.Slice;
import imtokenpay.adapter.evm.json.Trickle;
import imtokenpay.adapter.evm.pace.Range;
import imtokenpay.adapter.evm.token.LogReader;
import imtokenpay.adapter.evm.token.TokenMove;
import imtokenpay.adapter.evm.token.TokenScan;
import imtokenpay.adapter.evm.watch.Watched;
import imtokenpay.chain.Address;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Answers, changed in places that a seed chooses, read without a network. Whatever comes of it: no exception but
/// `ChainUnavailable`, nothing that is not shaped like money, and not a byte read beyond the answer's end.
///
/// `-Dfuzz=10000000` for the long run, `-Dfuzz.seed=N` to begin elsewhere.
class DecoderFuzzTest {
    private static final int EXECUTIONS = Integer.getInteger("fuzz", 10_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_125L);
    private static final long AT = 109;
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    private static final Asset TOKEN =
            new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);
    private static final Address RECEIVER = new Address("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    private static final Watched WATCHED = new Watched(new Watch(Set.of(ETH, TOKEN), Set.of(RECEIVER)));
    private static final Range RANGE = new Range(AT, AT);
    // What may stand in memory behind an answer: the buffer is longer, and was used before.
    private static final String BEHIND = "\",\"removed\":false}]},{\"id\":9,\"result\":\"0x1\"}] \"0x1\"}]}]";

    private final HostileChain chain = new HostileChain(AT);
    private final String coin = chain.pays(AT, SHOPPER, SHOP, BigInteger.TEN, 1);
    private final String honest = honest();

    /// The calls of one request, as the reader makes them.
    private record Asked(
            RpcCall<EvmBlock> block,
            TokenScan.Query query,
            RpcCall<LogReader.Logs> logs,
            RpcCall<?> receipt,
            RpcCall<String> id) {
        static Asked anew(String coin) {
            var query = new TokenScan(10_000).query(WATCHED, 1);
            var nobody = new CoinMove.Party(SHOPPER, false);
            return new Asked(
                    EvmBlock.whole(AT, WATCHED),
                    query,
                    query.call(0, RANGE),
                    new CoinMove(coin, BigInteger.TEN, nobody, new CoinMove.Party(SHOP, true)).receipt(),
                    RpcCall.chainId());
        }

        List<RpcCall<?>> calls() {
            return List.of(block, logs, receipt, id);
        }
    }

    @Test
    void no_changed_answer_brings_out_anything_but_money_or_a_refusal() {
        var begun = System.nanoTime();
        assertTrue(read(honest, "").contains("amount=25 USDT"), () -> read(honest, ""));
        var accepted = 0;
        for (var i = 0; i < EXECUTIONS; i++) {
            var seed = SEED + i;
            var text = new Mutation(seed).apply(honest);
            try {
                var outcome = read(text, "");
                assertEquals(outcome, read(text, BEHIND), "what lies behind the answer counts");
                accepted += outcome.startsWith("none") ? 0 : 1;
            } catch (RuntimeException | AssertionError wrong) {
                fail("seed " + seed + " brings out " + wrong + " from " + text, wrong);
            }
        }
        System.out.printf(
                "decoder fuzz: seed=%d executions=%d accepted=%d in %d ms%n",
                SEED, EXECUTIONS, accepted, (System.nanoTime() - begun) / 1_000_000);
        assertTrue(accepted > EXECUTIONS / 20 && accepted < EXECUTIONS, accepted + " were accepted");
    }

    @Test
    void no_random_bytes_bring_out_anything_but_a_refusal() {
        var random = new SplittableRandom(SEED);
        var letters = "[]{}\",:\\0x1aenu id result error topics".toCharArray();
        for (var i = 0; i < EXECUTIONS; i++) {
            var text = random.ints(random.nextInt(60), 0, letters.length)
                    .mapToObj(at -> String.valueOf(letters[at]))
                    .collect(Collectors.joining());
            assertTrue(read(text, BEHIND).startsWith("none"), text);
        }
    }

    // What was understood, in words; begins with "none" if nothing was. It must not matter how it comes.
    private String read(String text, String behind) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var more = behind.getBytes(StandardCharsets.UTF_8);
        var array = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, array, bytes.length, more.length);
        var understood = read(new Slice(array, 0, bytes.length));
        assertEquals(understood, read(Trickle.slice(array, bytes.length)), text);
        return understood;
    }

    private String read(Slice body) {
        var asked = Asked.anew(coin);
        try {
            var answers = Answers.read(asked.calls(), body);
            var moves = asked.query().moves(asked.logs(), RANGE, answers);
            moves.forEach(DecoderFuzzTest::assertIsMoney);
            return moves + " " + answers.of(asked.block()) + answers.of(asked.receipt()) + answers.of(asked.id());
        } catch (ChainUnavailable nothingLearnt) {
            return "none: " + nothingLearnt.getMessage();
        }
    }

    private static void assertIsMoney(TokenMove move) {
        assertEquals(TOKEN, move.amount().asset());
        assertEquals(RECEIVER, move.parties().receiver());
        assertTrue(move.amount().units().signum() > 0 && move.id().logIndex() >= 0, move::toString);
        assertTrue(move.id().txHash().matches("0x[0-9a-f]{64}")
                && move.block().hash().matches("0x[0-9a-f]{64}"));
    }

    private String honest() {
        chain.transfers(AT, USDT, SHOPPER, SHOP, BigInteger.valueOf(25_000_000));
        chain.transfers(AT, SHOPPER, SHOPPER, SHOP, BigInteger.ONE);
        var asked = Asked.anew(coin).calls();
        return IntStream.range(0, asked.size())
                .mapToObj(id -> "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result(asked.get(id)) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String result(RpcCall<?> call) {
        var params = new JsonMapper().valueToTree(call.params());
        return chain.answer(call.method(), params).toString();
    }
}
