package imtokenpay.devnet.paper.ledger;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Transactions that wait for a block, oldest first. Not safe for threads by itself.
final class Pool {
    private static final BigInteger TEN_PERCENT_MORE = BigInteger.valueOf(110);
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private final Map<String, PaperTransaction> waiting = new LinkedHashMap<>();

    /// Takes a transaction in; one of the same sender and number is replaced if the newcomer pays a tenth more.
    void add(PaperTransaction transaction) {
        rival(transaction).ifPresent(rival -> {
            if (!dearer(transaction.maxFee(), rival.maxFee()) || !dearer(transaction.tip(), rival.tip())) {
                throw new Rejected(Rejected.REFUSED, "replacement transaction underpriced");
            }
            waiting.remove(rival.hash());
        });
        waiting.put(transaction.hash(), transaction);
    }

    Optional<PaperTransaction> find(String hash) {
        return Optional.ofNullable(waiting.get(hash));
    }

    boolean drop(String hash) {
        return waiting.remove(hash) != null;
    }

    /// All that wait, lower numbers first, so that those of one sender follow each other.
    List<PaperTransaction> inOrder() {
        return waiting.values().stream()
                .sorted(Comparator.comparing(PaperTransaction::nonce))
                .toList();
    }

    private Optional<PaperTransaction> rival(PaperTransaction newcomer) {
        return waiting.values().stream()
                .filter(each ->
                        each.from().equals(newcomer.from()) && each.nonce().equals(newcomer.nonce()))
                .findFirst();
    }

    private static boolean dearer(BigInteger offer, BigInteger before) {
        return offer.multiply(HUNDRED).compareTo(before.multiply(TEN_PERCENT_MORE)) >= 0;
    }
}
