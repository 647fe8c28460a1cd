package imtokenpay.adapter.evm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.Address;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Providers that take few calls in one request, or no list of calls at all.
class FewAtOnceTest {
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    private static final Asset USDT = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);
    private static final Watch WATCH = new Watch(Set.of(ETH, USDT), Set.of(new Address(ScriptedChain.SHOP)));
    private static final long BEGIN = 110;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 1_000})
    void all_that_was_paid_is_found(int atOnce) throws IOException {
        var chain = new MoneyChain(BEGIN);
        chain.grows(300);
        chain.paysTokens(111, 1);
        chain.paysTokens(390, 2);
        chain.paysTokens(410, 3);
        try (var node = new ScriptedNode(chain::answer);
                var reader = new EvmChainReader(node.network("eip155:1"), () -> MoneyChain.time(9_999))) {
            node.takesAtOnce(atOnce);
            var found = 0;
            var tail = chain.tail(BEGIN);
            for (var isMore = true; isMore; ) {
                var reading = reader.read(tail, WATCH);
                found += reading.transfers().size();
                tail = new ChainTail(List.of(reading.last()));
                isMore = !reading.isComplete();
            }
            assertEquals(6, found);
            assertEquals(BEGIN + 300, tail.last().height());
        }
    }
}
