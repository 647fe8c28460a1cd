package imtokenpay.adapter.evm.hostile;

import imtokenpay.adapter.contract.FamilyChain;
import imtokenpay.adapter.contract.Pay;
import imtokenpay.adapter.evm.EvmAddress;
import imtokenpay.adapter.evm.EvmChainReader;
import imtokenpay.adapter.evm.EvmNetwork;
import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.money.Asset;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A chain of Ethereum's kin, paid in its coin or in a token.
final class EvmFamilyChain implements FamilyChain {
    private static final int WHOLE_BLOCKS_MAX = 12;
    private static final int LOG_BLOCKS_MAX = 50;
    private static final String FAKE = "0x5fbdb2315678afecb367f032d93f642f64180aa3";

    private final HostileChain chain = new HostileChain(Desk.HEAD);
    private final HostileNode node = new HostileNode(chain);
    private final Asset asset;
    private int lag;

    EvmFamilyChain(Asset asset) {
        this.asset = asset;
    }

    @Override
    public Asset asset() {
        return asset;
    }

    @Override
    public Address shop() {
        return new Address(Desk.SHOP);
    }

    @Override
    public Address another(int number) {
        return EvmAddress.parse("0x5fbdb2315678afecb367f032d93f642f641800%02d".formatted(number));
    }

    @Override
    public URI node() {
        return node.network().rpc();
    }

    @Override
    public NodeReader reader(URI address, InstantSource clock) {
        return new EvmChainReader(new EvmNetwork(asset.chain(), address), clock);
    }

    @Override
    public long head() {
        return chain.headHeight() + lag;
    }

    @Override
    public BlockRef block(long height) {
        return chain.tail(height, height).last();
    }

    @Override
    public List<String> mines(List<Pay> pays) {
        var height = chain.headHeight() + 1;
        var hashes = pays.stream().map(pay -> puts(height, pay)).toList();
        chain.isAt(height);
        return hashes;
    }

    private String puts(long height, Pay pay) {
        var hash = HostileChain.word("f%08x".formatted(pay.number()));
        var receiver = pay.to().text().toLowerCase(Locale.ROOT);
        if (asset.isNative() && !pay.isWorthless()) {
            chain.pays(height, new HostileChain.Sent(hash, HostileChain.SHOPPER, receiver, pay.units(), 1));
            return hash;
        }
        var contract = pay.isWorthless() ? FAKE : HostileChain.USDT;
        var topics = List.of(
                HostileChain.TRANSFER,
                HostileChain.addressWord(HostileChain.SHOPPER),
                HostileChain.addressWord(receiver));
        var data = HostileChain.word(pay.units().toString(16));
        chain.writes(height, new HostileChain.Log(contract, topics, data, hash, false));
        return hash;
    }

    @Override
    public void leaves(int depth) {
        chain.leaves(depth);
    }

    @Override
    public void lags(int blocks) {
        chain.isAt(head() - blocks);
        lag = blocks;
    }

    @Override
    public void passes(Duration time) {
        chain.passes(time);
    }

    @Override
    public Optional<String> ofAnotherChain(JsonNode call) {
        return call.path("method").asString("").equals("eth_chainId") ? Optional.of("\"0x5\"") : Optional.empty();
    }

    @Override
    public Optional<String> refusal(JsonNode calls) {
        var wholeBlocks = calls.valueStream()
                .filter(call -> call.path("params").path(1).asBoolean(false))
                .count();
        var isTooLong =
                calls.valueStream().map(call -> call.path("params").path(0)).anyMatch(EvmFamilyChain::isTooLong);
        return wholeBlocks > WHOLE_BLOCKS_MAX || isTooLong
                ? Optional.of("{\"code\":-32005,\"message\":\"limit exceeded\"}")
                : Optional.empty();
    }

    private static boolean isTooLong(JsonNode filter) {
        return filter.has("fromBlock")
                && Long.decode(filter.path("toBlock").asString())
                                - Long.decode(filter.path("fromBlock").asString())
                        >= LOG_BLOCKS_MAX;
    }

    @Override
    public int farBehind() {
        return 1_000;
    }

    @Override
    public void close() {
        node.close();
    }
}
