package imtokenpay.adapter.evm.watch;

import imtokenpay.adapter.evm.json.AddressKey;
import imtokenpay.chain.Address;
import java.util.Collection;

/// A set of addresses in one flat array, open addressing, at most half full. A chain shows a thousand foreign transfers
/// for each of ours, so a look-up makes no object and as a rule touches one cache line.
public final class AddressTable {
    private static final int SLOT = 3;
    private static final int SLOTS_MIN = 8;
    // Above the 32 bits of the address itself: makes the zero address differ from an empty slot.
    private static final long TAKEN = 1L << Integer.SIZE;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final long[] slots;
    private final int mask;

    public AddressTable(Collection<Address> addresses) {
        var count = Math.max(SLOTS_MIN, Integer.highestOneBit(Math.max(1, addresses.size())) * 4);
        slots = new long[Math.multiplyExact(count, SLOT)];
        mask = count - 1;
        addresses.forEach(address -> add(AddressKey.of(address.text())));
    }

    /// Whether the address is one of them.
    public boolean contains(AddressKey key) {
        return slots[find(key) + SLOT - 1] != 0;
    }

    private void add(AddressKey key) {
        var at = find(key);
        slots[at] = key.high();
        slots[at + 1] = key.middle();
        slots[at + 2] = key.low() | TAKEN;
    }

    // The slot that holds the address, or the empty one where it belongs.
    private int find(AddressKey key) {
        var low = key.low() | TAKEN;
        var hash = (key.high() ^ Long.rotateLeft(key.middle(), 29) ^ low) * MIX;
        for (var slot = (int) (hash >>> Integer.SIZE) & mask; ; slot = slot + 1 & mask) {
            var at = slot * SLOT;
            var held = slots[at + 2];
            if (held == 0 || held == low && slots[at] == key.high() && slots[at + 1] == key.middle()) {
                return at;
            }
        }
    }
}
