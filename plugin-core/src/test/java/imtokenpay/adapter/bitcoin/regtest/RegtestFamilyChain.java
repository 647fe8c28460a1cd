package imtokenpay.adapter.bitcoin.regtest;

import imtokenpay.adapter.bitcoin.address.BitcoinNet;
import imtokenpay.adapter.contract.FamilyChain;
import imtokenpay.adapter.contract.Pay;
import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Bitcoin as a real node has it, with a wallet that pays. Blocks are dated ten minutes after each other, as on
/// the main net.
final class RegtestFamilyChain implements FamilyChain {
    private static final Asset BTC = new Asset(BitcoinNet.REGTEST.chain() + "/slip44:0", "BTC", 8);
    private static final Duration BLOCK_TIME = Duration.ofMinutes(10);
    // So old that no reorg of ours takes back what is spent.
    private static final int SPENT_FROM = 20;

    private final RegtestNode node;
    private final Map<Integer, Address> addresses = new HashMap<>();
    private final Map<Integer, String> transactions = new HashMap<>();
    private String miner;
    private Duration later = Duration.ZERO;
    private Optional<Instant> last = Optional.empty();

    RegtestFamilyChain(RegtestNode node) {
        this.node = node;
        miner = node.text("getnewaddress");
        node.call("setmocktime", tip().plus(BLOCK_TIME).getEpochSecond());
        node.mines(SPENT_FROM);
        last = Optional.empty();
    }

    @Override
    public Asset asset() {
        return BTC;
    }

    @Override
    public Address shop() {
        return another(0);
    }

    @Override
    public Address another(int number) {
        return addresses.computeIfAbsent(number, any -> new Address(node.text("getnewaddress")));
    }

    @Override
    public URI node() {
        return node.address();
    }

    @Override
    public NodeReader reader(URI address, InstantSource clock) {
        return node.reader(address, clock);
    }

    @Override
    public long head() {
        return node.call("getblockcount").asLong();
    }

    @Override
    public BlockRef block(long height) {
        var header = node.call("getblockheader", node.text("getblockhash", height));
        return new BlockRef(
                height,
                header.path("hash").asString(),
                header.path("previousblockhash").asString("0".repeat(64)),
                Instant.ofEpochSecond(header.path("time").asLong()));
    }

    @Override
    public List<String> mines(List<Pay> pays) {
        var raw = pays.stream().map(this::transaction).toList();
        var time = tip().plus(BLOCK_TIME).plus(later);
        later = Duration.ZERO;
        node.call("setmocktime", time.getEpochSecond());
        node.call("generateblock", miner, raw);
        last = Optional.of(time);
        return raw.stream()
                .map(hex -> node.call("decoderawtransaction", hex).path("txid").asString())
                .toList();
    }

    private Instant tip() {
        return last.orElseGet(() -> block(head()).time());
    }

    private String transaction(Pay pay) {
        return transactions.computeIfAbsent(pay.number(), any -> {
            var amount = new Amount(pay.units(), BTC).decimal();
            var raw =
                    node.text("createrawtransaction", List.of(), Map.of(pay.to().text(), amount));
            var funded = node.call("fundrawtransaction", raw, Map.of("lockUnspents", true, "minconf", SPENT_FROM));
            return node.call("signrawtransactionwithwallet", funded.path("hex").asString())
                    .path("hex")
                    .asString();
        });
    }

    @Override
    public void leaves(int depth) {
        node.call("invalidateblock", node.text("getblockhash", head() - depth + 1));
        // Whoever finds a block is paid in it: so those of the new branch are others, whatever else is in them.
        miner = node.text("getnewaddress");
        last = Optional.empty();
    }

    @Override
    public void lags(int blocks) {
        throw new UnsupportedOperationException("a real node has all its blocks, " + blocks + " cannot be hidden");
    }

    @Override
    public void passes(Duration time) {
        later = later.plus(time);
    }

    @Override
    public Optional<String> ofAnotherChain(JsonNode call) {
        throw new UnsupportedOperationException("a real node is of one chain: " + call);
    }

    @Override
    public int farBehind() {
        return 80;
    }

    // The median of eleven is the sixth.
    @Override
    public int blocksUntilLate() {
        return 6;
    }

    @Override
    public void close() {
        // The node goes on for the next.
        transactions.clear();
    }
}
