package imtokenpay.adapter.tron;

import imtokenpay.adapter.contract.FamilyChain;
import imtokenpay.adapter.contract.Pay;
import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.family.NodeAccess;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.money.Asset;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// TRON, paid in TRX or in a token. Its newest block is never more than 18 above the newest solid one, so that all of
/// them are read.
final class TronFamilyChain implements FamilyChain {
    static final Asset USDT = new Asset(TronChain.MAIN + "/trc20:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "USDT", 6);
    static final Asset TRX = new Asset(TronChain.MAIN + "/slip44:195", "TRX", 6);
    private static final String USDT_WIRE = "0xa614f803b6fd780986a42c78ec9c7f77e6ded13c";
    private static final String NILE = "\"0xcd8690dc\"";
    private static final int WHOLE_BLOCKS_MAX = 12;

    private final TronChain chain = new TronChain(110);
    private final TronNode node;
    private final Asset asset;
    private int lag;

    TronFamilyChain(Asset asset) throws IOException {
        this.asset = asset;
        node = new TronNode(chain::answer);
        node.shows(chain::walletBlock);
    }

    @Override
    public Asset asset() {
        return asset;
    }

    @Override
    public Address shop() {
        return TronAddress.ofWire(TronChain.SHOP);
    }

    @Override
    public Address another(int number) {
        return TronAddress.ofWire("0x5fbdb2315678afecb367f032d93f642f641800%02d".formatted(number));
    }

    @Override
    public URI node() {
        return node.address();
    }

    @Override
    public NodeReader reader(URI address, InstantSource clock) {
        return new TronFamily().reader(new NodeAccess(TronChain.MAIN, address, Optional.of("secret")), clock);
    }

    @Override
    public long head() {
        return chain.head + lag;
    }

    @Override
    public BlockRef block(long height) {
        return chain.ref(height);
    }

    @Override
    public List<String> mines(List<Pay> pays) {
        var hashes = pays.stream().map(pay -> puts(chain.head + 1, pay)).toList();
        chain.grows(1);
        return hashes;
    }

    private String puts(long height, Pay pay) {
        var hash = "f%063x".formatted(pay.number());
        var receiver = TronAddress.onWire(pay.to().text());
        var units = pay.units().longValueExact();
        if (asset.isNative()) {
            var kind = pay.isWorthless() ? "TransferAssetContract" : "TransferContract";
            chain.coins.add(height, new CoinBlocks.Move(kind, "SUCCESS", TronChain.SHOPPER, receiver, units), hash);
        } else {
            var contract = pay.isWorthless() ? TronChain.SHOPPER : USDT_WIRE;
            chain.pays(height, new TronChain.Paid(contract, TronChain.SHOPPER, receiver, units), hash);
        }
        return hash;
    }

    @Override
    public void leaves(int depth) {
        chain.leaves(depth);
    }

    @Override
    public void lags(int blocks) {
        chain.grows(lag - blocks);
        lag = blocks;
    }

    @Override
    public void passes(Duration time) {
        chain.passes(time);
    }

    @Override
    public Optional<String> ofAnotherChain(JsonNode call) {
        return call.path("method").asString("").equals("eth_chainId") ? Optional.of(NILE) : Optional.empty();
    }

    @Override
    public Optional<String> refusal(JsonNode calls) {
        var wholeBlocks = calls.valueStream()
                .filter(call -> call.path("params").path(1).asBoolean(false))
                .count();
        return wholeBlocks > WHOLE_BLOCKS_MAX
                ? Optional.of("{\"code\":-32005,\"message\":\"limit exceeded\"}")
                : Optional.empty();
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
