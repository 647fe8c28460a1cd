package imtokenpay.adapter.contract;

import imtokenpay.chain.Address;
import imtokenpay.chain.Inclusion.Included;
import imtokenpay.chain.Transfer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is true of a chain in a test's hands: what each of its blocks pays to the shop.
final class Ground {
    private final FamilyChain chain;
    private final TreeMap<Long, List<String>> paid = new TreeMap<>();
    private int made;

    Ground(FamilyChain chain) {
        this.chain = chain;
    }

    /// A payment of the asset to the shop, in no block yet.
    Pay pay(long units) {
        return pay(chain.shop(), BigInteger.valueOf(units));
    }

    Pay pay(Address to, BigInteger units) {
        return new Pay(++made, to, units, false);
    }

    /// A payment of the asset to somebody else.
    Pay elsewhere(long units) {
        return pay(chain.another(1), BigInteger.valueOf(units));
    }

    /// A payment to the shop of something that only looks like the asset.
    Pay worthless(long units) {
        return new Pay(++made, chain.shop(), BigInteger.valueOf(units), true);
    }

    /// Makes a block.
    ///
    /// @return its height
    long mines(Pay... pays) {
        var hashes = chain.mines(Arrays.asList(pays));
        var height = chain.head();
        paid.put(
                height,
                IntStream.range(0, pays.length)
                        .filter(i -> pays[i].to().equals(chain.shop()) && !pays[i].isWorthless())
                        .mapToObj(i -> hashes.get(i) + " " + pays[i].units() + " in " + at(height))
                        .toList());
        return height;
    }

    void grows(int blocks) {
        chain.grows(blocks);
    }

    void leaves(int depth) {
        chain.leaves(depth);
        paid.tailMap(chain.head(), false).clear();
    }

    /// Other blocks come instead of the newest, and one more; they pay nobody.
    void reorgs(int depth) {
        leaves(depth);
        grows(depth + 1);
    }

    /// What the shop was paid, in words.
    Set<String> paid() {
        return paid.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Some transfers, in the same words; none is left out where two have the same.
    static List<String> told(Iterable<Transfer> transfers) {
        var words = new ArrayList<String>();
        transfers.forEach(transfer -> words.add(transfer.id().txHash() + " "
                + transfer.amount().units() + " in "
                + transfer.sighting().inclusion()));
        return words.stream().sorted().toList();
    }

    private Object at(long height) {
        return new Included(chain.block(height));
    }
}
