package imtokenpay.adapter.tron;

import imtokenpay.adapter.evm.EvmAddress;
import imtokenpay.adapter.evm.EvmNetwork;
import imtokenpay.adapter.evm.Profile;
import imtokenpay.chain.Address;
import imtokenpay.chain.family.AccountForm;
import imtokenpay.chain.family.AssetName;
import imtokenpay.chain.family.ChainFamily;
import imtokenpay.chain.family.NodeAccess;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.Heads;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// TRON and its test nets: the chains that CAIP-2 calls `tron`.
public final class TronFamily implements ChainFamily {
    private static final Map<String, String> EXPLORERS = Map.of(
            "0x2b6653dc", "https://tronscan.org/#/transaction/{tx}",
            "0xcd8690dc", "https://nile.tronscan.org/#/transaction/{tx}");

    /// A block is solid, and never taken back, once 19 of the 27 that make blocks have built on it (java-tron,
    /// `DposService`, 70 %, read 2026-11). Blocks are looked at no further than 19 above the newest solid one:
    /// so none has that many confirmations before it is solid.
    private static final int CONFIRMATIONS = 20;

    /// What java-tron answers at most for one question (`node.jsonrpc.maxBlockRange`, read 2026-11).
    private static final int LOG_BLOCKS = 5_000;

    /// A TRX is a million sun.
    private static final int TRX_DECIMALS = 6;

    /// The last four bytes of the first block's hash, as `eth_chainId` answers them (TRON developer documentation,
    /// read 2026-11).
    private static final Pattern REFERENCE = Pattern.compile("0x[0-9a-f]{8}");

    private static final Profile PROFILE =
            new Profile("0x%08x"::formatted, LOG_BLOCKS, OptionalInt.of(CONFIRMATIONS - 1), TRX_DECIMALS, false);

    private static final AssetName COIN = new AssetName("slip44", "195");
    private static final String PATH = "/jsonrpc";
    private static final String KEY_HEADER = "TRON-PRO-API-KEY";
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    @Override
    public String namespace() {
        return "tron";
    }

    @Override
    public Address address(ChainId chain, String text) {
        return TronAddress.parse(text);
    }

    @Override
    public void check(ChainId chain) {
        if (!REFERENCE.matcher(chain.reference()).matches()) {
            throw new IllegalArgumentException("must be tron and the chain's number as 0x and eight small digits:"
                    + " tron:0x2b6653dc is the main net, tron:0xcd8690dc Nile, tron:0x94a9059e Shasta");
        }
    }

    @Override
    public Asset asset(Asset asset) {
        var name = AssetName.of(asset);
        if (name.equals(COIN)) {
            return asset;
        }
        if (!name.namespace().equals("trc20")) {
            throw new IllegalArgumentException("'" + asset.id() + "' is no asset of TRON that can be accepted: write "
                    + asset.chain() + "/slip44:195 for TRX, or " + asset.chain()
                    + "/trc20:T... with the token's contract");
        }
        TronAddress.parse(name.reference());
        return asset;
    }

    @Override
    public NodeReader reader(NodeAccess access, InstantSource clock) {
        var headers = access.key().map(TronFamily::header).orElseGet(Map::of);
        var network = new EvmNetwork(access.chain(), rpc(access.address()), headers, PROFILE, Optional.empty());
        return new TronChainReader(network, clock);
    }

    @Override
    public int confirmations() {
        return CONFIRMATIONS;
    }

    @Override
    public Heads heads(ChainId chain, URI address) {
        throw new IllegalArgumentException("is not for TRON, whose nodes do not tell of new blocks: leave it out");
    }

    @Override
    public Optional<String> explorer(ChainId chain) {
        return Optional.ofNullable(EXPLORERS.get(chain.reference()));
    }

    @Override
    public AccountForm account(ChainId chain, String letters) {
        if (!letters.equals("xpub")) {
            throw new IllegalArgumentException("is of no account of TRON; those begin with xpub");
        }
        return new AccountForm(
                "m/44'/195'/0'",
                key -> TronAddress.ofWire(EvmAddress.ofPublicKey(key).text()));
    }

    private static Map<String, String> header(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("holds a sign that no key has");
        }
        return Map.of(KEY_HEADER, key);
    }

    // A node answers nowhere else, and its bare address is what people know.
    private static URI rpc(URI address) {
        var isBare = address.getRawPath().isEmpty() || address.getRawPath().equals("/");
        return isBare && address.getRawQuery() == null ? address.resolve(PATH) : address;
    }
}
