package imtokenpay.adapter.evm.hostile;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What everybody has at each height of a test's chain. All are rich at first.
final class Accounts {
    private final Map<String, TreeMap<Long, BigInteger>> changes = new HashMap<>();

    void change(long height, String account, BigInteger by) {
        changes.computeIfAbsent(account, any -> new TreeMap<>()).merge(height, by, BigInteger::add);
    }

    /// What happened from that height on did not.
    void forget(long from) {
        changes.values().forEach(ofOne -> ofOne.tailMap(from, true).clear());
    }

    BigInteger balance(String account, long height) {
        return changes
                .getOrDefault(account.toLowerCase(Locale.ROOT), new TreeMap<>())
                .headMap(height, true)
                .values()
                .stream()
                .reduce(BigInteger.TEN.pow(24), BigInteger::add);
    }
}
