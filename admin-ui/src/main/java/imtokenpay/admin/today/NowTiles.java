package imtokenpay.admin.today;

import imtokenpay.flow.count.LookAround.Now;
import imtokenpay.flow.monitor.ChainLags.Lag;
import imtokenpay.flow.request.ListRates;
import imtokenpay.flow.stock.TakeStock;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.money.ChainId;
import imtokenpay.payment.PaymentStatus;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands now: what waits for a person, what is open, and what does not work.
final class NowTiles {
    private final Now now;
    private final List<AcceptedAsset> assets;

    NowTiles(Now now, List<AcceptedAsset> assets) {
        this.now = now;
        this.assets = assets;
    }

    /// What a person has to do.
    List<Tile> waiting() {
        return List.of(
                urgent("Unresolved payments", of(PaymentStatus.UNRESOLVED), "payments.xhtml?status=unresolved"),
                urgent("Reversed payments", of(PaymentStatus.REVERSED), "payments.xhtml?status=reversed"),
                urgent("Money that matches no payment", now.stock().unmatched(), "inbox.xhtml"),
                urgent("Refunds to pay", now.refunds(), "refunds.xhtml"));
    }

    /// Payments that still move by themselves.
    List<Tile> open() {
        return Stream.of(PaymentStatus.AWAITING, PaymentStatus.UNDERPAID, PaymentStatus.CONFIRMING)
                .map(status -> Tile.of(
                        status.word(),
                        Numbers.upTo(of(status), TakeStock.MOST),
                        "",
                        "payments.xhtml?status=" + status.word()))
                .toList();
    }

    /// How far each chain is read.
    List<Tile> chains() {
        return now.chains().stream().map(this::chain).toList();
    }

    private Tile chain(Lag lag) {
        var since = Numbers.time(lag.sinceCaughtUp());
        var note = lag.isStalled() ? "not read to its end for " + since : "read to its end " + since + " ago";
        var age = lag.behind().isZero() ? "" : "; the newest block read is " + Numbers.time(lag.behind()) + " old";
        var value = lag.blocks() == 1 ? "1 block" : Numbers.count(lag.blocks()) + " blocks";
        return new Tile(network(lag.chain()), value + " behind", note + age, "assets.xhtml", lag.isStalled());
    }

    private String network(ChainId chain) {
        return assets.stream()
                .filter(accepted -> accepted.asset().chain().equals(chain))
                .map(AcceptedAsset::network)
                .findFirst()
                .orElse(chain.text());
    }

    /// How the telling of stores goes.
    List<Tile> webhooks() {
        var telling = now.stock().telling();
        return List.of(
                Tile.of(
                        "Events that wait",
                        Numbers.upTo(telling.waiting().events(), TakeStock.MOST),
                        "",
                        "webhooks.xhtml"),
                urgent("Events given up", telling.parked(), "webhooks.xhtml"),
                urgent("Disabled endpoints", telling.disabled(), "webhooks.xhtml"));
    }

    /// What cannot be asked for, because nobody says what it is worth.
    List<Tile> prices() {
        return now.unpriced().stream()
                .collect(Collectors.groupingBy(
                        missing -> missing.asset().symbol() + " on "
                                + network(missing.asset().chain()),
                        TreeMap::new,
                        Collectors.mapping(ListRates.Unpriced::currency, Collectors.toList())))
                .entrySet()
                .stream()
                .map(entry -> new Tile(entry.getKey(), "no price", currencies(entry.getValue()), "assets.xhtml", true))
                .toList();
    }

    private static String currencies(List<Currency> missing) {
        return missing.stream().map(Currency::getCurrencyCode).sorted().collect(Collectors.joining(", ", "in ", ""));
    }

    private long of(PaymentStatus status) {
        return Optional.ofNullable(now.stock().payments().get(status)).orElse(0L);
    }

    private static Tile urgent(String name, long many, String page) {
        return new Tile(name, Numbers.upTo(many, TakeStock.MOST), "", page, many > 0);
    }
}
