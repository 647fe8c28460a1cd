package imtokenpay.admin.campaign;

import imtokenpay.money.Price;
import imtokenpay.quote.campaign.Campaign;
import imtokenpay.quote.campaign.CampaignId;
import imtokenpay.quote.campaign.Conditions;
import imtokenpay.quote.campaign.Reduction;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads a draft field by field, so that one answer says all that is wrong with it.
///
/// @param stores the ids of the stores that it can be for
/// @param assetIds the CAIP-19 ids of the assets that it can be for
/// @param now what "now" means
record DraftReader(Set<String> stores, Set<String> assetIds, Instant now) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int YEAR_MAX = 9999;

    /// A campaign, or what is wrong with the draft.
    ///
    /// @param wrong by the field's name, in words for whoever typed it; empty when there is a campaign
    record Outcome(Optional<Campaign> campaign, Map<String, String> wrong) {}

    Outcome read(CampaignId id, Draft draft) {
        var reading = new Reading();
        reading.read("store", () -> known(stores, draft.store(), "There is no such store."));
        draft.assets()
                .forEach(asset -> reading.read("assets", () -> known(assetIds, asset, "This asset is not accepted.")));
        // A wrong currency is told once, and the amounts are looked at all the same.
        var currency = reading.read("currency", () -> Price.currencyOf(draft.currency()));
        var measure = currency.orElse(Currency.getInstance("BHD"));
        var title = reading.read("name", () -> new Campaign.Title(draft.store(), draft.name(), measure));
        var reduction = reading.read("off", () -> reduction(draft, measure));
        var minimum = reading.optional("minimum", draft.minimum(), text -> price(text, measure));
        var budget = reading.optional("budget", draft.budget(), text -> price(text, measure));
        var from = reading.optional("from", draft.from(), DraftReader::moment).orElse(now);
        var until = reading.optional("until", draft.until(), DraftReader::moment);
        var span = reading.read("until", () -> span(from, until));
        if (!reading.wrong.isEmpty()) {
            return new Outcome(Optional.empty(), reading.wrong);
        }
        var conditions = new Conditions(Set.copyOf(draft.assets()), draft.firstOrder(), minimum, span.orElseThrow());
        return new Outcome(
                Optional.of(new Campaign(id, title.orElseThrow(), reduction.orElseThrow(), conditions, budget)),
                Map.of());
    }

    private static final class Reading {
        private final Map<String, String> wrong = new LinkedHashMap<>();

        <T> Optional<T> read(String field, Supplier<T> rule) {
            try {
                return Optional.of(rule.get());
            } catch (IllegalArgumentException broken) {
                wrong.putIfAbsent(field, String.valueOf(broken.getMessage()));
                return Optional.empty();
            }
        }

        <T> Optional<T> optional(String field, String text, Function<String, T> rule) {
            return text.isBlank() ? Optional.empty() : read(field, () -> rule.apply(text.strip()));
        }
    }

    private static String known(Set<String> all, String one, String otherwise) {
        if (!all.contains(one)) {
            throw new IllegalArgumentException(otherwise);
        }
        return one;
    }

    private static Reduction reduction(Draft draft, Currency currency) {
        return switch (draft.kind()) {
            case "percent" -> Reduction.Share.ofPercent(draft.off().strip());
            case "amount" -> new Reduction.Fixed(price(draft.off().strip(), currency));
            default -> throw new IllegalArgumentException("must be percent or an amount");
        };
    }

    private static Price price(String text, Currency currency) {
        return Price.of(text, currency.getCurrencyCode());
    }

    private Conditions.Span span(Instant from, Optional<Instant> until) {
        if (until.filter(end -> !end.isAfter(now)).isPresent()) {
            throw new IllegalArgumentException("must be still to come");
        }
        if (until.filter(end -> !end.isAfter(from)).isPresent()) {
            throw new IllegalArgumentException("must be after the begin");
        }
        return new Conditions.Span(from, until);
    }

    private static Instant moment(String text) {
        try {
            var moment = LocalDateTime.parse(text.replace('T', ' '), MOMENT);
            if (moment.getYear() <= YEAR_MAX && moment.getYear() > 0) {
                return moment.toInstant(ZoneOffset.UTC);
            }
        } catch (DateTimeException none) {
            // Told below.
        }
        throw new IllegalArgumentException("must be a moment in UTC such as 2026-12-01 08:00");
    }
}
