package imtokenpay.devnet.wallet.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.devnet.wallet.scan.ScannedPayment.AddressOnly;
import imtokenpay.devnet.wallet.scan.ScannedPayment.Transfer;
import imtokenpay.devnet.wallet.scan.ScannedPayment.Unrecognised;
import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonalityTest {
    private static final String M = "0xAb5801a7D398351b8bE11C439e05C5B3259aeC9B";
    private static final String T = "0xdAC17F958D2ee523a2206206994597C13D831ec7";
    private static final String IMTOKEN_TOKEN =
            "ethereum:" + M + "@56?contractAddress=" + T + "&decimal=18&value=25370000000000000000";
    private static final String EIP_681_TOKEN = "ethereum:" + T + "@1/transfer?address=" + M + "&uint256=25370000";

    @Test
    void imtoken_reads_its_token_code() {
        assertEquals(
                new Transfer(
                        new Asset.Token(T),
                        M,
                        new BigInteger("25370000000000000000"),
                        OptionalInt.of(18),
                        OptionalLong.of(56)),
                Personality.IMTOKEN.read(IMTOKEN_TOKEN));
    }

    @Test
    void imtoken_reads_its_coin_code() {
        assertEquals(
                new Transfer(
                        new Asset.Native(),
                        M,
                        BigInteger.valueOf(12_345_000_000_000_000L),
                        OptionalInt.of(18),
                        OptionalLong.of(1)),
                Personality.IMTOKEN.read("ethereum:" + M + "@1?decimal=18&value=12345000000000000"));
    }

    @Test
    void a_code_without_chain_leaves_the_chain_to_the_wallet() {
        var scanned = Personality.IMTOKEN.read("ethereum:" + M + "?decimal=18&value=0&network=ethereum");
        assertEquals(
                new Transfer(new Asset.Native(), M, BigInteger.ZERO, OptionalInt.of(18), OptionalLong.empty()),
                scanned);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EIP_681_TOKEN,
                "ethereum:" + M + "@1?value=1",
                "ethereum:" + M + "@1?decimal=18&value=1e18",
                "ethereum:" + M + "@1?decimal=18&value=-1",
                "ethereum:" + M + "@1?decimal=18&value=1&value=2",
                "ethereum:" + M + "@1?contractAddress=USDT&decimal=6&value=1",
                "ethereum:" + M + "@x?decimal=18&value=1",
                "bitcoin:bc1q05ec6z8df2vlzkxjxfd2xr3veypzm93wqnazr2",
                "http://127.0.0.1:8080/pay/xyz",
                ""
            })
    void imtoken_does_not_pay_what_is_not_its_code(String text) {
        assertInstanceOf(Unrecognised.class, Personality.IMTOKEN.read(text));
    }

    @Test
    void a_bare_address_is_only_an_address_to_every_wallet() {
        for (Personality wallet : Personality.values()) {
            assertEquals(new AddressOnly(M), wallet.read(M));
        }
        assertEquals(new AddressOnly(M), Personality.IMTOKEN.read("ethereum:" + M));
        assertEquals(new AddressOnly(M), Personality.EIP_681.read("ethereum:" + M));
    }

    @Test
    void an_erc_681_wallet_reads_a_token_transfer() {
        assertEquals(
                new Transfer(
                        new Asset.Token(T), M, BigInteger.valueOf(25_370_000), OptionalInt.empty(), OptionalLong.of(1)),
                Personality.EIP_681.read(EIP_681_TOKEN));
    }

    @Test
    void an_erc_681_wallet_reads_scientific_numbers_and_the_pay_prefix() {
        assertEquals(
                new Transfer(
                        new Asset.Native(),
                        M,
                        new BigInteger("2014000000000000000"),
                        OptionalInt.empty(),
                        OptionalLong.empty()),
                Personality.EIP_681.read("ethereum:pay-" + M + "?value=2.014e18"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ethereum:" + T + "@1/approve?address=" + M + "&uint256=1",
                "ethereum:" + T + "@1/transfer?address=" + M,
                "ethereum:" + T + "@1/transfer?address=" + M + "&uint256=1.5",
                "ethereum:" + M + "@1?value=2.0141e3",
                "ethereum:" + M + "@1?value=1e999"
            })
    void an_erc_681_wallet_refuses_other_calls_and_broken_numbers(String text) {
        assertInstanceOf(Unrecognised.class, Personality.EIP_681.read(text));
    }

    /// Why one code cannot serve all wallets: 25.37 dollars become 25.37 coins.
    @Test
    void an_erc_681_wallet_takes_an_imtoken_token_code_for_coins() {
        var read = assertInstanceOf(Transfer.class, Personality.EIP_681.read(IMTOKEN_TOKEN));
        assertTrue(read.asset().same(new Asset.Native()));
        assertEquals(new BigInteger("25370000000000000000"), read.units());
    }

    /// The other trap: tokens sent to their own contract are lost.
    @Test
    void an_address_only_wallet_takes_the_token_contract_for_the_payee() {
        assertEquals(new AddressOnly(T), Personality.ADDRESS_ONLY.read(EIP_681_TOKEN));
        assertEquals(new AddressOnly(M), Personality.ADDRESS_ONLY.read(IMTOKEN_TOKEN));
    }

    @Test
    void checksums_decide_only_where_both_cases_occur() {
        assertTrue(Addresses.intact(M));
        assertTrue(Addresses.intact("0xab5801a7d398351b8be11c439e05c5b3259aec9b"));
        assertTrue(Addresses.intact("0xAB5801A7D398351B8BE11C439E05C5B3259AEC9B"));
        assertFalse(Addresses.intact("0xaB5801a7D398351b8bE11C439e05C5B3259aeC9B"));
    }
}
