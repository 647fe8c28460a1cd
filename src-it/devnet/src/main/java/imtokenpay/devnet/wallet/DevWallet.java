package imtokenpay.devnet.wallet;

import imtokenpay.devnet.account.Account;
import imtokenpay.devnet.account.Fees;
import imtokenpay.devnet.rpc.JsonRpc;
import imtokenpay.devnet.token.TokenAbi;
import imtokenpay.devnet.wallet.WalletRefusal.Reason;
import imtokenpay.devnet.wallet.scan.Addresses;
import imtokenpay.devnet.wallet.scan.Asset;
import imtokenpay.devnet.wallet.scan.Personality;
import imtokenpay.devnet.wallet.scan.ScannedPayment;
import imtokenpay.devnet.wallet.scan.ScannedPayment.AddressOnly;
import imtokenpay.devnet.wallet.scan.ScannedPayment.Transfer;
import imtokenpay.devnet.wallet.scan.ScannedPayment.Unrecognised;
import java.math.BigInteger;
import java.net.URI;
import java.util.OptionalInt;
import org.web3j.crypto.Credentials;
import org.web3j.utils.Numeric;

/// A wallet with one key on one chain.
public final class DevWallet {
    private final JsonRpc rpc;
    private final Account account;
    private final Holdings holdings;

    /// @param rpcUrl a node of the wallet's chain
    public DevWallet(URI rpcUrl, Credentials key) {
        this.rpc = new JsonRpc(rpcUrl);
        this.account = new Account(rpc, key);
        this.holdings = new Holdings(rpc);
    }

    /// The wallet's address, with EIP-55 checksum.
    public String address() {
        return account.address();
    }

    /// What the wallet holds, in the asset's smallest unit.
    public BigInteger balance(Asset asset) {
        return holdings.of(asset, address());
    }

    /// Opens a checkout page, scans its code, compares it with what the page says, and pays.
    ///
    /// @return the transaction's hash
    public String payCheckout(URI checkout) throws WalletRefusal {
        return pay(Browser.open(checkout));
    }

    String pay(CheckoutPage page) throws WalletRefusal {
        return pay(new Comparison(page, holdings).settle(Personality.IMTOKEN.read(Wallets.text(page))));
    }

    /// Pays what was scanned, unless a careful wallet would not.
    ///
    /// @return the transaction's hash
    public String pay(ScannedPayment scanned) throws WalletRefusal {
        return switch (scanned) {
            case Unrecognised code -> throw new WalletRefusal(Reason.UNKNOWN_CODE, code.why());
            case AddressOnly code ->
                throw new WalletRefusal(
                        Reason.NO_AMOUNT, "The code holds only the address " + code.receiver() + ", and no amount.");
            case Transfer transfer -> {
                check(transfer);
                yield send(transfer.asset(), transfer.receiver(), transfer.units());
            }
        };
    }

    /// Pays any amount of anything to anyone without a question: for payments that go wrong on purpose.
    ///
    /// @return the transaction's hash
    public String send(Asset asset, String to, BigInteger units) {
        return account.broadcast(sign(asset, to, units));
    }

    /// Signs a payment and keeps it: nobody sees it before `broadcast`.
    public String sign(Asset asset, String to, BigInteger units) {
        return account.sign(order(asset, to, units));
    }

    /// Signs a payment in the place of an earlier one with this number, so many times dearer: speed up, or
    /// cancel.
    public String signInstead(Transfer transfer, BigInteger nonce, int timesDearer) {
        Fees fees = Fees.now(rpc).times(timesDearer);
        return account.sign(order(transfer.asset(), transfer.receiver(), transfer.units()), nonce, fees);
    }

    /// Sends what was signed; answers the transaction's hash.
    public String broadcast(String raw) {
        return account.broadcast(raw);
    }

    /// The number the next transaction will carry.
    public BigInteger nonce() {
        return account.nonce();
    }

    private static Account.Order order(Asset asset, String to, BigInteger units) {
        return switch (asset) {
            case Asset.Native ignored -> new Account.Order(to, units, "");
            case Asset.Token token ->
                new Account.Order(token.contract(), BigInteger.ZERO, TokenAbi.transfer(to, units));
        };
    }

    private void check(Transfer transfer) throws WalletRefusal {
        long chain = rpc.quantity("eth_chainId").longValueExact();
        if (transfer.chain().isPresent() && transfer.chain().getAsLong() != chain) {
            throw new WalletRefusal(
                    Reason.WRONG_CHAIN,
                    "This code is for chain " + transfer.chain().getAsLong() + ", the wallet is on chain " + chain
                            + ".");
        }
        checkReceiver(transfer);
        if (transfer.units().signum() == 0) {
            throw new WalletRefusal(Reason.NO_AMOUNT, "The code does not say how much to pay.");
        }
        checkDecimals(transfer);
        BigInteger held = balance(transfer.asset());
        if (held.compareTo(transfer.units()) < 0) {
            throw new WalletRefusal(
                    Reason.NOT_ENOUGH,
                    "The wallet holds " + held + " units of " + transfer.asset() + ", the code asks for "
                            + transfer.units() + ".");
        }
    }

    private static void checkReceiver(Transfer transfer) throws WalletRefusal {
        String receiver = transfer.receiver();
        if (!Addresses.intact(receiver)) {
            throw new WalletRefusal(
                    Reason.BAD_RECEIVER, "The receiver's checksum is wrong, a letter was changed: " + receiver);
        }
        boolean nobody = Numeric.toBigInt(receiver).signum() == 0;
        boolean contract = transfer.asset() instanceof Asset.Token token && receiver.equalsIgnoreCase(token.contract());
        if (nobody || contract) {
            throw new WalletRefusal(Reason.BAD_RECEIVER, "Money sent to " + receiver + " would be lost.");
        }
    }

    private void checkDecimals(Transfer transfer) throws WalletRefusal {
        OptionalInt real = holdings.decimals(transfer.asset());
        if (real.isEmpty()) {
            throw new WalletRefusal(Reason.UNKNOWN_TOKEN, "This chain does not know " + transfer.asset() + ".");
        }
        if (transfer.decimals().isPresent() && !transfer.decimals().equals(real)) {
            throw new WalletRefusal(
                    Reason.WRONG_DECIMALS,
                    "The code counts with " + transfer.decimals().getAsInt() + " decimals, " + transfer.asset()
                            + " has " + real.getAsInt() + ".");
        }
    }
}
