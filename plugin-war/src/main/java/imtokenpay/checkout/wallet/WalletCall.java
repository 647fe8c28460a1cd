package imtokenpay.checkout.wallet;

import imtokenpay.chain.Address;
import imtokenpay.money.Amount;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/// What a wallet's own browser is asked to send: one transfer, and never an approval, a permit or typed data.
///
/// @param chain the chain's number, as hexadecimal digits after `0x` (EIP-695)
/// @param to who is called: the receiver of coins, or the token
/// @param value wei, as hexadecimal digits after `0x`; 0 for a token
/// @param data the call of a token's `transfer(address,uint256)` (EIP-20); `0x` for coins
public record WalletCall(String chain, String to, String value, String data) {
    // The first four bytes of keccak256("transfer(address,uint256)").
    private static final String TRANSFER = "0xa9059cbb";
    private static final int WORD_DIGITS = 64;

    /// The transfer of that amount; empty on a chain that is not of Ethereum's kin.
    public static Optional<WalletCall> of(Address receiver, Amount amount) {
        var chain = amount.asset().chain();
        if (!chain.family().equals("eip155")) {
            return Optional.empty();
        }
        var id = hex(new BigInteger(chain.reference()));
        var token = amount.asset().contract();
        return Optional.of(
                token.isEmpty()
                        ? new WalletCall(id, receiver.text(), hex(amount.units()), "0x")
                        : new WalletCall(id, token.get(), "0x0", transfer(receiver, amount)));
    }

    private static String transfer(Address receiver, Amount amount) {
        var to = receiver.text().substring(2).toLowerCase(Locale.ROOT);
        return TRANSFER + word(to) + word(amount.units().toString(16));
    }

    private static String word(String digits) {
        return "0".repeat(WORD_DIGITS - digits.length()) + digits;
    }

    private static String hex(BigInteger number) {
        return "0x" + number.toString(16);
    }
}
