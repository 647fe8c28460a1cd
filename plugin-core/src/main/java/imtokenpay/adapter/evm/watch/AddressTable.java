package imtokenpay.adapter.evm.watch;

import imtokenpay.adapter.evm.json.AddressKey;
import imtokenpay.chain.Address;
import java.util.Collection;

/// A set of addresses in one flat array, open addressing, at most half full. A chain shows a thousand foreign transfers
/// for each of ours, so a look-up makes no object and as a rule touches one cache line, of a map of bits that is small
/// enough to stay near the processor.
public final class AddressTable {
    private static final int SLOT = 3;
    private static final int SLOTS_MIN = 8;
    // Above the 32 bits of the address itself: makes the zero address differ from an empty slot.
    private static final long TAKEN = 1L << Integer.SIZE;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    // Of the bits, one in 16 is set at most: 15 of 16 foreign addresses are told by the bit of their beginning alone.
    private static final int SLOTS_A_WORD = 8;

    private final long[] slots;
    private final Address[] addresses;
    private final int mask;
    private final long[] bits;
    private final int bitShift;

    public AddressTable(Collection<Address> addresses) {
        var count = Math.max(SLOTS_MIN, Integer.highestOneBit(Math.max(1, addresses.size())) * 4);
        slots = new long[Math.multiplyExact(count, SLOT)];
        this.addresses = new Address[count];
        mask = count - 1;
        bits = new long[Math.max(1, count / SLOTS_A_WORD)];
        bitShift = Long.numberOfLeadingZeros(bits.length * (long) Long.SIZE - 1);
        addresses.forEach(this::add);
    }

    /// The address as it was given; asked for only where money is.
    ///
    /// @throws IllegalArgumentException if it is none of them
    public Address address(AddressKey key) {
        var address = addresses[find(key) / SLOT];
        if (address == null) {
            throw new IllegalArgumentException(key.text() + " is not in the table");
        }
        return address;
    }

    /// Whether the address is one of them.
    public boolean contains(AddressKey key) {
        return slots[find(key) + SLOT - 1] != 0;
    }

    /// Whether one of them may begin with those eight bytes; if not, none does.
    public boolean mayHold(long high) {
        var bit = bit(high);
        return (bits[(int) (bit / Long.SIZE)] & 1L << bit) != 0;
    }

    private void add(Address address) {
        var key = AddressKey.of(address.text());
        var at = find(key);
        addresses[at / SLOT] = address;
        slots[at] = key.high();
        slots[at + 1] = key.middle();
        slots[at + 2] = key.low() | TAKEN;
        var bit = bit(key.high());
        bits[(int) (bit / Long.SIZE)] |= 1L << bit;
    }

    private long bit(long high) {
        return high * MIX >>> bitShift;
    }

    private static long hash(AddressKey key) {
        return (key.high() ^ Long.rotateLeft(key.middle(), 29) ^ key.low() ^ TAKEN) * MIX;
    }

    // The slot that holds the address, or the empty one where it belongs.
    private int find(AddressKey key) {
        var low = key.low() | TAKEN;
        for (var slot = (int) (hash(key) >>> Integer.SIZE) & mask; ; slot = slot + 1 & mask) {
            var at = slot * SLOT;
            var held = slots[at + 2];
            if (held == 0 || held == low && slots[at] == key.high() && slots[at + 1] == key.middle()) {
                return at;
            }
        }
    }
}
