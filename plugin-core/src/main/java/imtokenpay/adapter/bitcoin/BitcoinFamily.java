package imtokenpay.adapter.bitcoin;

import static java.nio.charset.StandardCharsets.UTF_8;

import imtokenpay.adapter.bitcoin.address.BitcoinAddress;
import imtokenpay.adapter.bitcoin.address.BitcoinNet;
import imtokenpay.adapter.bitcoin.address.KeyForm;
import imtokenpay.adapter.bitcoin.esplora.EsploraNode;
import imtokenpay.adapter.bitcoin.node.BitcoinNode;
import imtokenpay.adapter.evm.rpc.RpcEndpoint;
import imtokenpay.chain.Address;
import imtokenpay.chain.family.AccountForm;
import imtokenpay.chain.family.ChainFamily;
import imtokenpay.chain.family.NodeAccess;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.Heads;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Bitcoin and its test nets: the chains that CAIP-2 calls `bip122` and that [BitcoinNet] knows.
public final class BitcoinFamily implements ChainFamily {
    private static final Map<String, String> EXPLORERS = Map.of(
            "000000000019d6689c085ae165831e93", "https://mempool.space/tx/{tx}",
            "00000000da84f2bafbbc53dee25a72ae", "https://mempool.space/testnet4/tx/{tx}",
            "00000008819873e925422c1ff0f99f7c", "https://mempool.space/signet/tx/{tx}");

    /// Exchanges ask for 1 to 6: Binance 1, Coinbase 3, Kraken 4 (their support pages, 2026).
    private static final int CONFIRMATIONS = 3;

    /// A block comes every ten minutes on average, and nobody knows when. Sooner looks would only cost the node.
    private static final Duration REST = Duration.ofSeconds(15);

    /// The coin in CAIP-19 (SLIP-44), on the test nets as well.
    private static final String COIN = "slip44:0";

    private static final String ESPLORA = "esplora";

    @Override
    public String namespace() {
        return BitcoinNet.NAMESPACE;
    }

    @Override
    public void check(ChainId chain) {
        BitcoinNet.of(chain);
    }

    @Override
    public Address address(ChainId chain, String text) {
        return BitcoinAddress.parse(BitcoinNet.of(chain), text);
    }

    @Override
    public Asset asset(Asset asset) {
        var wanted = asset.chain() + "/" + COIN;
        if (!asset.id().equals(wanted)) {
            throw new IllegalArgumentException(
                    "'" + asset.id() + "' is no asset of this chain: write " + wanted + ", the only one that it has");
        }
        return asset;
    }

    @Override
    public int confirmations() {
        return CONFIRMATIONS;
    }

    @Override
    public Optional<Duration> rest() {
        return Optional.of(REST);
    }

    @Override
    public Set<String> dialects() {
        return Set.of(ESPLORA);
    }

    @Override
    public NodeReader reader(NodeAccess access, InstantSource clock) {
        return new BitcoinChainReader(node(access, clock), clock);
    }

    private static BitcoinNode node(NodeAccess access, InstantSource clock) {
        var net = BitcoinNet.of(access.chain());
        if (access.address().getScheme().startsWith(ESPLORA + "+")) {
            return EsploraNode.at(access, net, clock);
        }
        var login = Optional.ofNullable(access.address().getUserInfo());
        if (login.isPresent() && access.key().isPresent()) {
            throw new IllegalArgumentException("and rpc-url both hold a name and password: keep one of them");
        }
        var fields = access.key().or(() -> login).map(BitcoinFamily::authorization);
        var endpoint = new RpcEndpoint(withoutLogin(access.address()), fields.orElseGet(Map::of), clock);
        return new CoreNode(net, endpoint);
    }

    @Override
    public Heads heads(ChainId chain, URI address) {
        throw new IllegalArgumentException(
                "is not for this chain, whose nodes tell nobody of new blocks that way: leave"
                        + " it out. A block comes every ten minutes, so that looking for one is enough");
    }

    @Override
    public Optional<String> explorer(ChainId chain) {
        return Optional.ofNullable(EXPLORERS.get(chain.reference()));
    }

    @Override
    public AccountForm account(ChainId chain, String letters) {
        var net = BitcoinNet.of(chain);
        var form = KeyForm.of(net, letters)
                .orElseThrow(() -> new IllegalArgumentException("begins with " + letters + ", but this chain needs "
                        + (net.isMain() ? "xpub, ypub or zpub" : "tpub, upub or vpub, since it is a test net")));
        return new AccountForm(form.path(net), key -> {
            var script = form.script(KeyForm.compressed(key));
            return BitcoinAddress.of(net, script).orElseThrow();
        });
    }

    // RFC 7617. Nodes refuse everybody without it, on their own machine, too.
    private static Map<String, String> authorization(String login) {
        if (login.indexOf(':') < 1) {
            throw new IllegalArgumentException(
                    "must be the name and the password that the node wants (rpcauth or rpcuser"
                            + " and rpcpassword in its bitcoin.conf), with a colon between");
        }
        var encoded = Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
        return Map.of("Authorization", "Basic " + encoded);
    }

    private static URI withoutLogin(URI address) {
        try {
            var path = address.getPath().isEmpty() ? "/" : address.getPath();
            return new URI(
                    address.getScheme(), null, address.getHost(), address.getPort(), path, address.getQuery(), null);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("an address without its login is one still", impossible);
        }
    }
}
