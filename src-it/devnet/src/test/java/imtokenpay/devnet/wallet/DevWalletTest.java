package imtokenpay.devnet.wallet;

import static imtokenpay.devnet.wallet.CodeForms.MERCHANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.devnet.account.DevKey;
import imtokenpay.devnet.chain.DevChain;
import imtokenpay.devnet.chain.Tether;
import imtokenpay.devnet.wallet.WalletRefusal.Reason;
import imtokenpay.devnet.wallet.scan.Asset;
import imtokenpay.devnet.wallet.scan.Personality;
import imtokenpay.devnet.wallet.scan.ScannedPayment.Transfer;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DevWalletTest {
    private static final BigInteger UNITS = BigInteger.valueOf(25_370_123);

    private DevChain chain;
    private Tether tether;
    private DevWallet wallet;

    @BeforeEach
    void open() {
        chain = DevChain.paper(0, Optional.empty());
        tether = Tether.deploy(chain, DevKey.of(1), BigInteger.TEN.pow(12));
        wallet = new DevWallet(chain.rpcUrl(), DevKey.of(1));
    }

    @AfterEach
    void close() {
        chain.close();
    }

    @Test
    void a_scanned_token_code_is_paid_to_the_last_unit() throws WalletRefusal {
        String hash = wallet.pay(Personality.IMTOKEN.read(CodeForms.token(tether.address(), 6, UNITS)));
        assertEquals(
                "0x1",
                chain.control().receipt(hash).orElseThrow().path("status").asString());
        assertEquals(UNITS, tether.balance(MERCHANT));
        assertEquals(BigInteger.TEN.pow(12).subtract(UNITS), wallet.balance(new Asset.Token(tether.address())));
    }

    @Test
    void a_scanned_coin_code_is_paid_to_the_last_unit() throws WalletRefusal {
        wallet.pay(Personality.IMTOKEN.read(CodeForms.coin(MERCHANT, UNITS)));
        assertEquals(UNITS, chain.control().balance(MERCHANT));
    }

    @Test
    void a_code_of_the_other_standard_is_paid_by_the_other_wallet() throws WalletRefusal {
        String code = "ethereum:" + tether.address() + "@31337/transfer?address=" + MERCHANT + "&uint256=" + UNITS;
        wallet.pay(Personality.EIP_681.read(code));
        assertEquals(UNITS, tether.balance(MERCHANT));
        assertRefused(Reason.UNKNOWN_CODE, code);
    }

    @Test
    void a_code_for_another_chain_is_refused() {
        String code = CodeForms.coin(MERCHANT, UNITS).replace("@31337", "@1");
        WalletRefusal refusal = assertRefused(Reason.WRONG_CHAIN, code);
        assertEquals("This code is for chain 1, the wallet is on chain 31337.", refusal.getMessage());
    }

    @Test
    void a_receiver_with_a_wrong_checksum_is_refused() {
        assertRefused(Reason.BAD_RECEIVER, CodeForms.coin(MERCHANT.replace("0xAb", "0xab"), UNITS));
    }

    @Test
    void tokens_are_never_sent_to_their_own_contract_nor_to_nobody() {
        Asset token = new Asset.Token(tether.address());
        assertRefused(transfer(token, tether.address()));
        assertRefused(transfer(token, "0x" + "0".repeat(40)));
    }

    @Test
    void a_code_without_amount_is_refused() {
        assertRefused(Reason.NO_AMOUNT, CodeForms.coin(MERCHANT, BigInteger.ZERO));
        assertRefused(Reason.NO_AMOUNT, MERCHANT);
    }

    @Test
    void a_token_this_chain_does_not_know_is_refused() {
        assertRefused(Reason.UNKNOWN_TOKEN, CodeForms.token("0x000000000000000000000000000000000000dEaD", 6, UNITS));
    }

    @Test
    void a_code_that_counts_in_other_decimals_is_refused() {
        assertRefused(Reason.WRONG_DECIMALS, CodeForms.token(tether.address(), 18, UNITS));
        String coin = CodeForms.coin(MERCHANT, UNITS).replace("decimal=18", "decimal=6");
        assertRefused(Reason.WRONG_DECIMALS, coin);
    }

    @Test
    void more_than_the_wallet_holds_is_refused() {
        BigInteger all = BigInteger.TEN.pow(12);
        assertRefused(Reason.NOT_ENOUGH, CodeForms.token(tether.address(), 6, all.add(BigInteger.ONE)));
        assertRefused(Reason.NOT_ENOUGH, CodeForms.coin(MERCHANT, BigInteger.TEN.pow(23)));
    }

    @Test
    void the_first_reason_in_order_is_told() {
        String code = CodeForms.token(tether.address(), 18, BigInteger.ZERO).replace("@31337", "@1");
        assertRefused(Reason.WRONG_CHAIN, code);
        assertRefused(Reason.NO_AMOUNT, code.replace("@1", "@31337"));
    }

    @Test
    void a_signed_payment_stays_unseen_until_it_is_broadcast() {
        String raw = wallet.sign(new Asset.Native(), MERCHANT, UNITS);
        assertEquals(BigInteger.ZERO, chain.control().balance(MERCHANT));
        wallet.broadcast(raw);
        assertEquals(UNITS, chain.control().balance(MERCHANT));
    }

    @Test
    void a_waiting_payment_can_be_sped_up_under_another_hash() {
        chain.control().setAutomine(false);
        BigInteger nonce = wallet.nonce();
        String slow = wallet.send(new Asset.Native(), MERCHANT, UNITS);
        String fast = wallet.broadcast(wallet.signInstead(transfer(new Asset.Native(), MERCHANT), nonce, 2));
        chain.control().mine(1);
        assertNotEquals(slow, fast);
        assertTrue(chain.control().receipt(slow).isEmpty());
        assertEquals(UNITS, chain.control().balance(MERCHANT));
    }

    private static Transfer transfer(Asset asset, String receiver) {
        return new Transfer(asset, receiver, UNITS, OptionalInt.empty(), OptionalLong.empty());
    }

    private void assertRefused(Transfer transfer) {
        WalletRefusal refusal = assertThrows(WalletRefusal.class, () -> wallet.pay(transfer));
        assertEquals(Reason.BAD_RECEIVER, refusal.reason());
    }

    private WalletRefusal assertRefused(Reason reason, String code) {
        BigInteger before = wallet.nonce();
        WalletRefusal refusal = assertThrows(WalletRefusal.class, () -> wallet.pay(Personality.IMTOKEN.read(code)));
        assertEquals(reason, refusal.reason());
        assertEquals(before, wallet.nonce(), "nothing was sent");
        return refusal;
    }
}
