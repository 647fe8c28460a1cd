package imtokenpay.bench.client;

import imtokenpay.adapter.evm.EvmAddress;
import imtokenpay.adapter.evm.EvmChainReader;
import imtokenpay.adapter.evm.EvmNetwork;
import imtokenpay.bench.chain.CannedChain;
import imtokenpay.bench.chain.Key;
import imtokenpay.bench.chain.Shape;
import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The plugin's own reader, driven through its port as the watching pass drives it.
public final class OurReader {
    /// The chain's coin.
    public static final Asset COIN = new Asset("eip155:" + CannedChain.ID + "/slip44:60", "ETH", 18);

    /// The chain's token.
    public static final Asset TOKEN = new Asset("eip155:" + CannedChain.ID + "/erc20:" + CannedChain.TOKEN, "USDT", 6);

    private static final ChainId CHAIN = new ChainId("eip155:" + CannedChain.ID);

    /// Names of blocks do not depend on what is in them.
    private static final CannedChain HASHES = new CannedChain(Shape.can20k().withHead(0));

    private OurReader() {}

    /// A watch for those assets at the addresses of so many orders.
    public static Watch watch(int orders, Asset... assets) {
        return new Watch(Set.of(assets), receivers(orders));
    }

    /// The addresses of the first orders.
    public static Set<Address> receivers(int orders) {
        return IntStream.range(0, orders)
                .parallel()
                .mapToObj(order -> EvmAddress.parse(Key.ofOrder(order).text()))
                .collect(Collectors.toSet());
    }

    /// A reader of that node, new and without experience.
    public static EvmChainReader of(URI node) {
        return new EvmChainReader(new EvmNetwork(CHAIN, node), InstantSource.system());
    }

    /// The block of that height, on a chain without reorgs.
    public static BlockRef block(long height) {
        var parent = height == 0 ? "0x" + "0".repeat(64) : HASHES.hash(height - 1);
        return new BlockRef(height, HASHES.hash(height), parent, Instant.ofEpochSecond(CannedChain.time(height)));
    }

    /// Reads the whole chain; how many transfers were found.
    public static long catchUp(URI node, Watch watch) {
        try (var reader = of(node)) {
            return catchUp(reader, watch);
        }
    }

    /// Reads on from the chain's beginning; how many transfers were found.
    public static long catchUp(EvmChainReader reader, Watch watch) {
        var found = new HashSet<TransferId>();
        var tail = new ChainTail(List.of(block(0)));
        while (true) {
            var reading = reader.read(tail, watch);
            reading.transfers().forEach(transfer -> found.add(transfer.id()));
            if (reading.isComplete()) {
                return found.size();
            }
            tail = new ChainTail(reading.blocks());
        }
    }
}
