package imtokenpay.story;

import imtokenpay.devnet.account.DevKey;
import imtokenpay.devnet.bitcoin.BitcoinNode;
import imtokenpay.devnet.chain.DevChain;
import imtokenpay.devnet.chain.Replay;
import imtokenpay.devnet.chain.Tether;
import imtokenpay.devnet.wallet.DevWallet;
import imtokenpay.devnet.wallet.DevWalletServer;
import imtokenpay.devnet.wallet.WalletRefusal;
import imtokenpay.devnet.wallet.Wallets;
import imtokenpay.devnet.wallet.scan.Asset;
import imtokenpay.devnet.wallet.scan.Personality;
import imtokenpay.devnet.wallet.scan.QrImage;
import imtokenpay.outside.Wire;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Keys;

/// The chain of the story: a node, a Tether contract, a shopper with a wallet, and a merchant's address.
public final class Devnet implements AutoCloseable {
    /// How many blocks make a payment final in the story.
    static final int CONFIRMATIONS = 6;

    /// The CAIP-2 name of the chain.
    public static final String CHAIN = "eip155:31337";
    private static final int ETH_DECIMALS = 18;
    private static final int USDT_DECIMALS = 6;
    private static final BigInteger SUPPLY = BigInteger.valueOf(1_000_000_000_000L);
    private static final Pattern TRANSFER = Pattern.compile("0xa9059cbb0{24}([0-9a-f]{40})([0-9a-f]{64})");
    private static final Credentials MERCHANT = DevKey.of(9);
    private static final Credentials SHOPPER = DevKey.of(1);

    private final DevChain chain;
    private final Wire wire;
    private final Tether tether;
    private final DevWallet wallet;
    private final Wallets phone;
    private final DevWalletServer walletDoor;

    private Devnet(DevChain chain, Optional<BitcoinNode> bitcoin) {
        this.chain = chain;
        this.wire = new Wire(chain.rpcUrl());
        this.tether = Tether.deploy(chain, SHOPPER, SUPPLY);
        this.wallet = new DevWallet(chain.rpcUrl(), SHOPPER);
        this.phone = new Wallets(wallet, bitcoin);
        this.walletDoor = DevWalletServer.start(0, phone);
    }

    /// Without a block time, blocks come only when a scene mines them.
    public static Devnet open(boolean paper, Optional<Duration> blockTime) {
        return open(paper, blockTime, Optional.empty());
    }

    /// The same with a Bitcoin node beside it, which somebody else stops.
    public static Devnet open(boolean paper, Optional<Duration> blockTime, Optional<BitcoinNode> bitcoin) {
        DevChain chain = paper ? DevChain.paper(0, blockTime) : DevChain.start(0, blockTime);
        if (blockTime.isEmpty()) {
            chain.control().setAutomine(false);
        }
        return new Devnet(chain, bitcoin);
    }

    /// Where the plugin shall look for the node.
    public URI rpcUrl() {
        return wire.end();
    }

    /// Where the node tells of new blocks; the simulated one does not.
    public Optional<URI> headsUrl() {
        return chain.headsUrl();
    }

    public Wire wire() {
        return wire;
    }

    public String describe() {
        return chain.describe();
    }

    /// The Bitcoin node, where there is one.
    public Optional<BitcoinNode> bitcoin() {
        return phone.bitcoin();
    }

    public String merchant() {
        return Keys.toChecksumAddress(MERCHANT.getAddress());
    }

    public String shopper() {
        return wallet.address();
    }

    /// Where the checkout page's demo button leads.
    public URI payPage() {
        return walletDoor.url().resolve("/pay");
    }

    /// The CAIP-19 name of the chain's own coin.
    public String eth() {
        return CHAIN + "/slip44:60";
    }

    /// The CAIP-19 name of the token.
    public String usdt() {
        return CHAIN + "/erc20:" + tether.address();
    }

    public void mine(int blocks) {
        chain.control().mine(blocks);
    }

    /// The wallet opens the page, reads its QR code and pays; the transaction waits for a block. Answers its
    /// hash.
    public String pay(URI checkout) {
        try {
            return phone.payCheckout(checkout);
        } catch (WalletRefusal e) {
            throw new AssertionError("the wallet does not pay " + checkout + ": " + e.getMessage(), e);
        }
    }

    /// The merchant's own wallet reads a code and pays it; the transaction waits for a block.
    void payBack(String svg) {
        try {
            String text = QrImage.readSvg(svg).orElseThrow(() -> new AssertionError("no QR code: " + svg));
            new DevWallet(chain.rpcUrl(), MERCHANT).pay(Personality.IMTOKEN.read(text));
        } catch (WalletRefusal e) {
            throw new AssertionError("the merchant's wallet does not pay: " + e.getMessage(), e);
        }
    }

    /// Pays any amount of ETH to the merchant without looking at a page. Answers the transaction's hash.
    public String send(BigDecimal eth) {
        return wallet.send(
                new Asset.Native(), merchant(), eth.movePointRight(ETH_DECIMALS).toBigIntegerExact());
    }

    /// The shopper's wallet is asked by a page to send something, and does so if it is a plain transfer; the
    /// transaction
    /// waits for a block. Answers its hash.
    ///
    /// @param value wei
    /// @param data `0x`, or the call of a token's `transfer`
    public String carryOut(String to, BigInteger value, String data) {
        if (data.equals("0x")) {
            return wallet.send(new Asset.Native(), to, value);
        }
        Matcher transfer = TRANSFER.matcher(data);
        if (!transfer.matches() || value.signum() != 0) {
            throw new AssertionError("a wallet was asked for more than a transfer: " + data);
        }
        String receiver = Keys.toChecksumAddress(transfer.group(1));
        return wallet.send(new Asset.Token(to), receiver, new BigInteger(transfer.group(2), 16));
    }

    /// Sends USDT to an address, without looking at a page.
    public void sendUsdt(String receiver, BigDecimal usdt) {
        var units = usdt.movePointRight(USDT_DECIMALS).toBigIntegerExact();
        wallet.send(new Asset.Token(tether.address()), receiver, units);
    }

    /// Takes the last blocks back and puts others in their place; of the transactions in them only `kept` stay,
    /// all in the last new block.
    public void replaceBlocks(int depth, String... kept) {
        List<Replay> replays = List.of(kept).stream()
                .map(hash -> chain.control().rawTransaction(hash).orElseThrow())
                .map(raw -> new Replay(raw, depth - 1))
                .toList();
        chain.control().reorg(depth, replays);
    }

    @Override
    public void close() {
        walletDoor.close();
        wire.close();
        chain.close();
    }
}
