package imtokenpay.adapter.evm.hostile;

import static imtokenpay.adapter.evm.hostile.HostileChain.SHOP;
import static imtokenpay.adapter.evm.hostile.HostileChain.SHOPPER;
import static imtokenpay.adapter.evm.hostile.HostileChain.TRANSFER;
import static imtokenpay.adapter.evm.hostile.HostileChain.USDT;
import static imtokenpay.adapter.evm.hostile.HostileChain.addressWord;
import static imtokenpay.adapter.evm.hostile.HostileChain.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.evm.hostile.HostileChain.Log;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The fake deposits that have cost exchanges money, as they look on an EVM chain, and each again with its node's
/// answers changed in two hundred ways. `-Dhostile.mutations=N` for more.
class FakeDepositTest {
    private static final int MUTATIONS = Integer.getInteger("hostile.mutations", 200);
    private static final long AT = 109;
    private static final BigInteger PRICE = BigInteger.valueOf(25_000_000);
    private static final String FORWARDER = "0x1111111111111111111111111111111111111111";
    private static final String FAKE = "0xdac17f958d2ee523a2206206994597c13d831ec8";
    // keccak-256 of `Approval(address,address,uint256)`.
    private static final String APPROVAL = "0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925";

    /// One trick.
    enum Trick {
        A_TRANSACTION_THAT_FAILED(chain -> chain.pays(AT, SHOPPER, SHOP, PRICE, 0)),
        A_TOKEN_THAT_RETURNS_FALSE(chain -> chain.pays(AT, SHOPPER, USDT, BigInteger.ZERO, 1)),
        A_TRANSFER_THAT_THE_TOKEN_CALLS_INVALID(chain -> chain.writes(AT, log(USDT, word("dead"), PRICE))),
        ANOTHER_TOKEN_OF_THE_SAME_NAME(chain -> chain.transfers(AT, FAKE, SHOPPER, SHOP, PRICE)),
        AN_INNER_CALL_THAT_REVERTS(chain -> chain.pays(AT, SHOPPER, FORWARDER, PRICE, 1)),
        A_STATUS_THAT_IS_NEITHER_SUCCESS_NOR_FAILURE(chain -> chain.pays(AT, SHOPPER, SHOP, PRICE, 2)),
        A_SUCCESS_WITHIN_WHICH_THE_TRANSFER_WAS_REJECTED(chain -> {
            chain.pays(AT, SHOPPER, FORWARDER, PRICE, 1);
            chain.writes(AT, log(FORWARDER, TRANSFER, PRICE));
        }),
        A_PERMISSION_TO_TAKE_MONEY(chain -> chain.writes(AT, log(USDT, APPROVAL, PRICE))),
        A_TRANSFER_OF_NOTHING(chain -> chain.transfers(AT, USDT, SHOPPER, SHOP, BigInteger.ZERO)),
        A_TRANSFER_FROM_US_TO_US(chain -> {
            chain.transfers(AT, USDT, SHOP, SHOP, PRICE);
            chain.pays(AT, SHOP, SHOP, PRICE, 1);
        }),
        A_COLLECTIBLE_WITH_OUR_PRICE_AS_ITS_NUMBER(chain ->
                chain.writes(AT, new Log(USDT, topics(TRANSFER, word(PRICE.toString(16))), "0x", word("f1"), false))),
        A_TRANSFER_WITHOUT_A_RECEIVER(chain -> chain.writes(
                AT, new Log(USDT, List.of(TRANSFER, addressWord(SHOPPER)), word("17d7840"), word("f2"), false)));

        private final Consumer<HostileChain> happens;

        Trick(Consumer<HostileChain> happens) {
            this.happens = happens;
        }

        private static Log log(String contract, String topic, BigInteger units) {
            return new Log(
                    contract,
                    List.of(topic, addressWord(SHOPPER), addressWord(SHOP)),
                    word(units.toString(16)),
                    word("f3"),
                    false);
        }

        private static List<String> topics(String first, String fourth) {
            return Stream.of(first, addressWord(SHOPPER), addressWord(SHOP), fourth)
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_trick_is_never_money(Trick trick) {
        try (var desk = new Desk()) {
            trick.happens.accept(desk.chain);
            assertEquals(List.of(), desk.credited());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_trick_beside_a_real_payment_does_not_hide_it(Trick trick) {
        try (var desk = new Desk()) {
            trick.happens.accept(desk.chain);
            var coin = desk.chain.pays(AT, SHOPPER, SHOP, PRICE, 1);
            var token = desk.chain.transfers(AT, USDT, SHOPPER, SHOP, PRICE);
            assertEquals(
                    List.of(coin, token).stream().sorted().toList(),
                    desk.credited().stream()
                            .map(transfer -> transfer.id().txHash())
                            .sorted()
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_trick_is_never_money_in_whatever_way_the_node_garbles_it(Trick trick) {
        try (var desk = new Desk()) {
            trick.happens.accept(desk.chain);
            var accepted = 0;
            for (var seed = 0; seed < MUTATIONS; seed++) {
                accepted += desk.judged(trick.ordinal() * 1_000_003L + seed) ? 1 : 0;
            }
            assertTrue(accepted > 0 && accepted < MUTATIONS, accepted + " readings were accepted");
        }
    }
}
