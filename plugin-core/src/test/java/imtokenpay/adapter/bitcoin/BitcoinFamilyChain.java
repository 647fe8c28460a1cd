package imtokenpay.adapter.bitcoin;

import imtokenpay.adapter.bitcoin.address.BitcoinAddress;
import imtokenpay.adapter.contract.FamilyChain;
import imtokenpay.adapter.contract.Pay;
import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.family.NodeAccess;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.money.Asset;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Bitcoin. It has no other assets; what looks like money for the shop is for the same key in another form of address.
final class BitcoinFamilyChain implements FamilyChain {
    private static final String FIRST_OF_MAIN = "\"000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f\"";

    private final CannedChain chain = new CannedChain(110);
    private final CannedNode node;
    private int lag;

    BitcoinFamilyChain() throws IOException {
        node = new CannedNode(chain);
    }

    @Override
    public Asset asset() {
        return BitcoinChainReaderTest.BTC;
    }

    @Override
    public Address shop() {
        return BitcoinChainReaderTest.SHOP;
    }

    @Override
    public Address another(int number) {
        var script =
                ByteBuffer.allocate(22).put(new byte[] {0, 20, (byte) number}).array();
        return BitcoinAddress.of(CannedChain.NET, script).orElseThrow();
    }

    @Override
    public URI node() {
        return node.address("");
    }

    @Override
    public NodeReader reader(URI address, InstantSource clock) {
        var access = new NodeAccess(CannedChain.NET.chain(), address, Optional.of("shop:s3cret"));
        return new BitcoinFamily().reader(access, clock);
    }

    @Override
    public long head() {
        return chain.head() + lag;
    }

    @Override
    public BlockRef block(long height) {
        var block = chain.tail((int) height, (int) height).last();
        // What a block names as its parent is a hash in any case; the first one names zero.
        return height > 0 ? block : new BlockRef(0, block.hash(), "0".repeat(64), block.time());
    }

    @Override
    public List<String> mines(List<Pay> pays) {
        var ids = pays.stream().map(pay -> chain.waits(transaction(pay))).toList();
        chain.grows(1);
        return ids;
    }

    private static RawTransaction transaction(Pay pay) {
        var spent = ByteBuffer.allocate(32).putInt(pay.number()).array();
        return new RawTransaction()
                .spends(spent, 0, new byte[0])
                .pays(pay.units().longValueExact(), script(pay));
    }

    // BIP-141: a program of 20 bytes behind 0x0014; the old form of address holds the same bytes.
    private static byte[] script(Pay pay) {
        var script = BitcoinAddress.script(CannedChain.NET, pay.to());
        return pay.isWorthless()
                ? ByteBuffer.allocate(25)
                        .put(new byte[] {0x76, (byte) 0xa9, 20})
                        .put(script, 2, 20)
                        .put(new byte[] {(byte) 0x88, (byte) 0xac})
                        .array()
                : script;
    }

    @Override
    public void leaves(int depth) {
        chain.leaves(depth);
    }

    @Override
    public void lags(int blocks) {
        chain.hides(blocks);
        lag = blocks;
    }

    @Override
    public void passes(Duration time) {
        chain.passes(time);
    }

    @Override
    public Optional<String> ofAnotherChain(JsonNode call) {
        var asksForFirst = call.path("method").asString("").equals("getblockhash")
                && call.path("params").path(0).asInt(-1) == 0;
        return asksForFirst ? Optional.of(FIRST_OF_MAIN) : Optional.empty();
    }

    @Override
    public int farBehind() {
        return 80;
    }

    // Two hours, less the hour that the median lies behind.
    @Override
    public int datesDifferBlocks() {
        return 7;
    }

    // The median of eleven is the sixth.
    @Override
    public int blocksUntilLate() {
        return 6;
    }

    @Override
    public void close() {
        node.close();
    }
}
