package imtokenpay.adapter.tron;

import static imtokenpay.adapter.tron.TronChain.MAIN;
import static imtokenpay.adapter.tron.TronChain.SHOP;
import static imtokenpay.adapter.tron.TronChain.SHOPPER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is TRX, and what only looks like it over JSON-RPC.
class TrxTest extends TronScene {
    private static final Asset TRX = new Asset(MAIN + "/slip44:195", "TRX", 6);
    private static final Watch WATCH = new Watch(Set.of(TRX), Set.of(TronAddress.ofWire(SHOP)));
    private static final CoinBlocks.Move PAID =
            new CoinBlocks.Move("TransferContract", "SUCCESS", SHOPPER, SHOP, 1_500_000);

    @Test
    void a_transfer_of_trx_is_read_as_people_on_tron_spell_it() {
        var hash = chain.coins.add(107, PAID);
        var transfers = read();
        assertEquals(1, transfers.size());
        var transfer = transfers.getFirst();
        assertEquals("1.5", transfer.amount().decimal());
        assertEquals(TRX.id(), transfer.amount().asset().id());
        assertEquals(new TransferId(MAIN, hash, TransferId.NATIVE), transfer.id());
        assertEquals(TronAddress.ofWire(SHOPPER), transfer.sender());
        assertEquals(TronAddress.ofWire(SHOP), transfer.receiver());
        assertEquals(
                transfer.id(), reader.transfersIn(101, 110, WATCH).getFirst().id());
        assertEquals(Set.of("secret"), Set.copyOf(node.keys));
    }

    @ParameterizedTest
    @CsvSource({
        "TransferAssetContract, SUCCESS",
        "FreezeBalanceContract, SUCCESS",
        "ShieldedTransferContract, SUCCESS",
        "VoteWitnessContract, SUCCESS",
        "TransferContract, REVERT",
        "TransferContract, OUT_OF_TIME"
    })
    void what_moves_no_trx_is_passed_over(String kind, String end) {
        chain.coins.add(107, new CoinBlocks.Move(kind, end, SHOPPER, SHOP, 1_500_000));
        assertEquals(List.of(), read());
    }

    @Test
    void a_transfer_that_failed_by_the_one_interface_alone_is_passed_over() {
        chain.coins.add(107, PAID);
        node.shows(height -> chain.walletBlock(height).replace("SUCCESS", "REVERT"));
        assertEquals(List.of(), read());
    }

    @Test
    void a_transaction_of_nobody_stops_nothing() {
        chain.coins.add(107, new CoinBlocks.Move("ShieldedTransferContract", "SUCCESS", "", SHOP, 7));
        chain.coins.add(107, PAID);
        assertEquals(1, read().size());
    }

    @Test
    void a_flood_of_worthless_tokens_costs_one_question_a_block() {
        for (var i = 0; i < 50; i++) {
            chain.coins.add(107, new CoinBlocks.Move("TransferAssetContract", "SUCCESS", SHOPPER, SHOP, 1 + i));
        }
        chain.coins.add(107, PAID);
        assertEquals(1, read().size());
        assertEquals(1, chain.calls.get("wallet"));
    }

    @Test
    void balances_of_past_blocks_are_never_asked_for() {
        chain.coins.add(107, PAID);
        read();
        assertFalse(chain.calls.containsKey("eth_getBalance") || chain.calls.containsKey("eth_call"));
    }

    @Test
    void what_cannot_be_looked_up_is_neither_money_nor_none() {
        chain.coins.add(107, PAID);
        node.shows(height -> "{}");
        assertEquals(Reason.NOT_UNDERSTOOD, trouble());
        node.shows(height -> "<html>");
        assertEquals(Reason.NOT_UNDERSTOOD, trouble());
        node.shows(height -> chain.walletBlock(height).replace("a".repeat(48), "c".repeat(48)));
        assertEquals(Reason.INCONSISTENT, trouble());
        node.shows(
                height -> new CoinBlocks().walletBlock(height, chain.ref(height).hash()));
        assertEquals(Reason.INCONSISTENT, trouble());
        node.shows(chain::walletBlock);
        assertEquals(1, read().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"contractRet\":\"SUCCESS\"", "\"type\":\"TransferContract\"", "\"amount\":1500000,"})
    void a_transaction_that_is_shown_in_part_is_neither(String part) {
        chain.coins.add(107, PAID);
        node.shows(height -> chain.walletBlock(height).replace(part, part.endsWith(",") ? "" : "\"x\":0"));
        assertEquals(Reason.NOT_UNDERSTOOD, trouble());
    }

    @ParameterizedTest
    @CsvSource({
        "1500000, 1500001",
        "3c44cdddb6a900fa2b585dd299e03d12fa4293bc, f39fd6e51aad88f6f4ce6ab8827279cfffb92266",
        "f39fd6e51aad88f6f4ce6ab8827279cfffb92266, 3c44cdddb6a900fa2b585dd299e03d12fa4293bc"
    })
    void two_interfaces_that_contradict_each_other_are_both_not_believed(String said, String otherwise) {
        chain.coins.add(107, PAID);
        node.shows(height -> chain.walletBlock(height).replace(said, otherwise));
        assertEquals(Reason.INCONSISTENT, trouble());
    }

    @Test
    void trx_is_offered_only_where_its_transfers_can_be_looked_up() {
        assertEquals(6, reader.decimals(TRX));
        node.shows(height -> "{}");
        assertThrows(ChainUnavailable.class, () -> reader.decimals(TRX));
        node.shows(height -> chain.walletBlock(height).replace("2b6653dc", "cd8690dc"));
        var trouble = assertThrows(ChainUnavailable.class, () -> reader.decimals(TRX));
        assertEquals(Reason.WRONG_CHAIN, trouble.reason());
    }

    private Reason trouble() {
        return assertThrows(ChainUnavailable.class, this::read).reason();
    }

    private List<Transfer> read() {
        return reader.read(chain.tail(100, 105), WATCH).transfers();
    }
}
