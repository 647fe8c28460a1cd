package imtokenpay.adapter.evm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What breaks on the wire between a provider and us.
public abstract class WireFaults {
    private static final Asset USDT = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);
    private static final Watch WATCH = new Watch(Set.of(USDT), Set.of(new Address(ScriptedChain.SHOP)));
    private static final long BEGIN = 110;

    @Test
    void f05_a_range_that_a_provider_refuses_for_ever_is_read_in_pieces_and_no_payment_is_missed() throws IOException {
        for (var limit : List.of(1, 10, 100)) {
            var chain = new MoneyChain(BEGIN);
            chain.grows(400);
            List.of(111L, 120L, 121L, 310L, 311L, 510L).forEach(height -> chain.paysTokens(height, 1));
            chain.limits(limit, from -> "query returned more than 10000 results");
            try (var node = new ScriptedNode(chain::answer);
                    var reader =
                            new EvmChainReader(node.network("eip155:1"), InstantSource.fixed(MoneyChain.time(9_999)))) {
                assertEquals(6, caughtUp(chain, reader), "with ranges of at most " + limit);
                assertTrue(chain.calls("refused") > 0, "it did refuse");
            }
        }
    }

    @Test
    void f05_a_provider_that_refuses_even_one_block_moves_nothing() throws IOException {
        var chain = new MoneyChain(BEGIN);
        chain.grows(1_000);
        chain.limits(0, from -> "query returned more than 10000 results");
        try (var node = new ScriptedNode(chain::answer);
                var reader =
                        new EvmChainReader(node.network("eip155:1"), InstantSource.fixed(MoneyChain.time(9_999)))) {
            assertThrows(ChainUnavailable.class, () -> reader.read(chain.tail(BEGIN), WATCH));
        }
    }

    private static int caughtUp(MoneyChain chain, EvmChainReader reader) {
        var found = 0;
        Reading reading;
        var tail = chain.tail(BEGIN);
        do {
            reading = reader.read(tail, WATCH);
            found += reading.transfers().size();
            tail = new ChainTail(List.of(reading.last()));
        } while (!reading.isComplete());
        return found;
    }
}
