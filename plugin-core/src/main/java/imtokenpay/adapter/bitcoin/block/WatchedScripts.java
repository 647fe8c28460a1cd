package imtokenpay.adapter.bitcoin.block;

import imtokenpay.adapter.bitcoin.address.BitcoinAddress;
import imtokenpay.adapter.bitcoin.address.BitcoinNet;
import imtokenpay.chain.Address;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A [Watch], as the scripts that its addresses stand for. Made once for each watch, not for each look.
public final class WatchedScripts implements Receivers {
    private final BitcoinNet net;
    private final Watch watch;
    private final Optional<Asset> coin;
    private final Map<ByteBuffer, Address> receivers = new HashMap<>();

    public WatchedScripts(BitcoinNet net, Watch watch) {
        this.net = net;
        this.watch = watch;
        this.coin = watch.assets().stream().filter(Asset::isNative).findFirst();
        for (var receiver : watch.receivers()) {
            receivers.put(ByteBuffer.wrap(BitcoinAddress.script(net, receiver)), receiver);
        }
    }

    /// Whether it was made of the same watch.
    public boolean isOf(Watch other) {
        return watch.receivers() == other.receivers() && watch.assets().equals(other.assets());
    }

    /// The coin, if it is watched and anybody may receive it.
    public Optional<Asset> coin() {
        return receivers.isEmpty() ? Optional.empty() : coin;
    }

    @Override
    public Optional<Address> receiver(byte[] bytes, int from, int to) {
        return Optional.ofNullable(receivers.get(ByteBuffer.wrap(bytes, from, to - from)));
    }

    @Override
    public BitcoinNet net() {
        return net;
    }
}
