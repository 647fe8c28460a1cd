package imtokenpay.store.crash;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.store.StoreDatabase;
import imtokenpay.store.crash.World.Mined;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a database says in the end, asked past all adapters.
///
/// @param facts one line each: payments with their standings, transfers, events, slots, keys, the cursor
/// @param lost what the chain or the diary has and the database or the shop has not
/// @param doubled what is there more than once
record Outcome(List<String> facts, Set<String> lost, Set<String> doubled) {

    private static final String HOLES = "select 'hole', p.id from payment p where p.sequence <> (select count(*) from"
            + " webhook_event e where e.payment_id = p.id)";

    static Outcome of(StoreDatabase database, World world, Diary diary) {
        var lost = new TreeSet<String>();
        var doubled = new TreeSet<String>();
        var chain = world.chain(World.TICKS, diary.asked());
        var paid = chain.stream()
                .map(Mined::transfers)
                .flatMap(List::stream)
                .map(Outcome::line)
                .collect(Collectors.toSet());
        var ledger =
                database.query("select tx_hash, log_index, units, height, block_hash from transfer where included");
        lost.addAll(without(paid, ledger));
        doubled.addAll(without(ledger, paid));
        var events = database.query("select id from webhook_event");
        lost.addAll(without(events, shopTook(diary)));
        doubled.addAll(without(shopTook(diary), events));
        lost.addAll(database.query("select 'undelivered', id from webhook_event where state <> 'delivered'"));
        lost.addAll(database.query(HOLES));
        doubled.addAll(twice(events));
        doubled.addAll(twice(ledger));
        doubled.addAll(twice(database.query("select order_ref from payment")));
        doubled.addAll(twice(database.query("select payment_id from receiving_slot")));
        doubled.addAll(differing(diary.received()));
        lost.addAll(without(List.of(line(chain.getLast().block())), cursor(database)));
        return new Outcome(facts(database), lost, doubled);
    }

    private static List<String> facts(StoreDatabase database) {
        return Stream.of(
                        "select order_ref, status, sequence, due > 0, surplus > 0, decision from payment",
                        "select order_ref, e.type, substring(e.id, 32), e.state, e.occurred_at from webhook_event e"
                                + " join payment p on p.id = e.payment_id",
                        "select tx_hash, log_index, order_ref, included, block_hash, t.units = p.due from transfer t"
                                + " left join payment p on p.id = t.payment_id",
                        "select order_ref, s.units = p.due from receiving_slot s join payment p on p.id = s.payment_id",
                        "select order_ref, idempotency from idempotency_key k join payment p on p.id = k.payment_id",
                        "select height, hash, parent_hash from chain_block",
                        "select chain, height, as_of from chain_cursor")
                .map(database::query)
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    private static List<String> cursor(StoreDatabase database) {
        return database.query("select b.height, b.hash from chain_cursor c join chain_block b on b.chain = c.chain and"
                + " b.height = c.height");
    }

    private static String line(BlockRef block) {
        return block.height() + " " + block.hash();
    }

    private static String line(Transfer transfer) {
        var block = (Inclusion.Included) transfer.sighting().inclusion();
        var id = transfer.id();
        return id.txHash() + " " + id.logIndex() + " " + transfer.amount().units() + " " + block.height() + " "
                + block.hash();
    }

    private static Set<String> shopTook(Diary diary) {
        return diary.received().stream()
                .filter(line -> line.endsWith(" true"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toSet());
    }

    // An event that comes again must be the same to the last byte.
    private static List<String> differing(List<String> received) {
        return received.stream()
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .distinct()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.collectingAndThen(Collectors.toList(), Outcome::twice));
    }

    private static List<String> twice(List<String> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getKey() + " is there " + entry.getValue() + " times")
                .toList();
    }

    private static Set<String> without(Iterable<String> all, java.util.Collection<String> known) {
        var rest = new HashSet<String>();
        all.forEach(rest::add);
        rest.removeAll(known);
        return rest;
    }
}
