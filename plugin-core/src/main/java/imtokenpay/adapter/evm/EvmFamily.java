package imtokenpay.adapter.evm;

import imtokenpay.adapter.evm.heads.EvmHeads;
import imtokenpay.adapter.evm.heads.Patience;
import imtokenpay.adapter.evm.known.Publicly;
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
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Ethereum and its kin: the chains that CAIP-2 calls `eip155`.
public final class EvmFamily implements ChainFamily {
    /// Exchanges ask for 12 to 30 on Ethereum; fewer is for small sums (docs/configure.md).
    private static final int CONFIRMATIONS = 12;

    /// EIP-155, at most 32 characters in CAIP-2; no leading zero, so that a chain has one name.
    private static final Pattern REFERENCE = Pattern.compile("[1-9][0-9]{0,18}");

    private static final Pattern COIN = Pattern.compile("[0-9]{1,10}");
    private static final String TOKEN = "erc20";
    private static final Set<String> ACCOUNTS = Set.of("xpub", "tpub");

    @Override
    public String namespace() {
        return "eip155";
    }

    @Override
    public void check(ChainId chain) {
        if (!REFERENCE.matcher(chain.reference()).matches()) {
            throw new IllegalArgumentException("must be eip155 and the chain's number, such as eip155:1");
        }
    }

    @Override
    public Address address(ChainId chain, String text) {
        return EvmAddress.parse(text);
    }

    @Override
    public Asset asset(Asset asset) {
        var name = AssetName.of(asset);
        if (name.namespace().equals(TOKEN)) {
            return new AssetName(TOKEN, EvmAddress.parse(name.reference()).text()).in(asset);
        }
        if (!name.namespace().equals("slip44")
                || !COIN.matcher(name.reference()).matches()) {
            throw new IllegalArgumentException("'" + asset.id() + "' is no asset of this chain: write " + asset.chain()
                    + "/slip44:60 for its coin, or " + asset.chain() + "/erc20:0x... with the token's contract");
        }
        return asset;
    }

    @Override
    public int confirmations() {
        return CONFIRMATIONS;
    }

    @Override
    public NodeReader reader(NodeAccess access, InstantSource clock) {
        if (access.key().isPresent()) {
            throw new IllegalArgumentException("is not asked for on this chain: a provider's key is a part of rpc-url");
        }
        return new EvmChainReader(
                new EvmNetwork(access.chain(), access.address())
                        .beginningWith(Publicly.of(access.chain()).flatMap(Publicly::genesis)),
                clock);
    }

    @Override
    public Heads heads(ChainId chain, URI address) {
        return new EvmHeads(chain, address, Patience.usual(), new SecureRandom());
    }

    @Override
    public Optional<String> explorer(ChainId chain) {
        return Publicly.of(chain).map(Publicly::explorer);
    }

    @Override
    public AccountForm account(ChainId chain, String letters) {
        if (!ACCOUNTS.contains(letters)) {
            throw new IllegalArgumentException("is of a Bitcoin account; this asset needs one that begins with xpub");
        }
        return new AccountForm("m/44'/60'/0'", EvmAddress::ofPublicKey);
    }
}
