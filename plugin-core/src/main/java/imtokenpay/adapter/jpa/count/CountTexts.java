package imtokenpay.adapter.jpa.count;

import imtokenpay.flow.monitor.Ending;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The questions about counts, which name each way to end by its reason.
final class CountTexts {
    // As [Ending] has it, and [imtokenpay.payment.Tally] its late money.
    private static final String ENDING = "case p.status"
            + " when 'settled' then case p.decision when 'accepted' then 'accepted' else 'paid' end"
            + " when 'expired' then 'nothing_came' when 'cancelled' then 'called_off'"
            + " when 'unresolved' then case when p.decision = 'cancelled' then 'after_cancellation'"
            + " when exists (select 1 from transfer t where t.payment_id = p.id and t.included and t.units > 0"
            + " and least(t.first_seen, t.first_block_time) > case when p.decision = 'accepted'"
            + " then greatest(p.deadline, p.decided_at) else p.deadline end) then 'late' else 'too_little' end"
            + " when 'reversed' then 'reorg' when 'closed' then 'closed' else 'open' end";
    private static final String HOUR = "cast(floor(extract(epoch from p.opened_at) / 3600) as bigint)";
    private static final String KEPT = "asked, " + names("%s, ") + "volume";
    private static final String SUMS = "sum(asked) asked, " + names("sum(%1$s) %1$s, ") + "sum(volume) volume";
    private static final String KEY = "store_id, asset_id, currency, ";
    private static final String INTO = "insert into payment_count (grain, slot, " + KEY + KEPT + ") ";

    // Grouped by the ending, so that it is found out once for each payment.
    private static final String PARTS = "select " + KEY + "slot, ending, count(*) many, sum(paid) paid from"
            + " (select p.store_id, p.asset_id, p.currency, p.price - p.discount paid, " + HOUR + " slot, " + ENDING
            + " ending from payment p where p.store_id in (?1) and p.opened_at >= ?2 and p.opened_at < ?3) payments"
            + " group by " + KEY + "slot, ending";

    /// The payments themselves, of the stores 1, asked for at 2 or after it and before 3.
    private static final String LIVE = "select " + KEY + "slot, sum(many) asked, "
            + names("sum(case when ending = '%1$s' then many else 0 end) %1$s, ")
            + "sum(case when ending in ('paid', 'accepted') then parts.paid else 0 end) volume from (" + PARTS
            + ") parts group by " + KEY + "slot";

    private static final String KEPT_HOURS =
            "payment_count where grain = 'hour' and store_id in (?1) and slot >= ?4" + " and slot < ?5";

    static final String KEEP_HOURS = INTO + "select 'hour', slot, " + KEY + KEPT + " from (" + LIVE + ") live";
    static final String KEEP_DAYS = INTO + "select 'day', slot / 24, " + KEY + SUMS + " from payment_count"
            + " where grain = 'hour' and store_id = ?1 and slot >= ?2 and slot < ?3 group by " + KEY + "slot / 24";
    static final String FORGET =
            "delete from payment_count where grain = ?1 and store_id = ?2 and slot >= ?3" + " and slot < ?4";

    /// How many counts of hours are not what the payments say, from hour 4 to before 5.
    static final String WRONG = "select count(*) from ((" + counts("(" + LIVE + ") live") + " except "
            + counts(KEPT_HOURS) + ") union all (" + counts(KEPT_HOURS) + " except " + counts("(" + LIVE + ") live")
            + ")) wrong";

    static final String LIVE_HOURS = shown("live.slot") + " from (" + LIVE + ") live" + shownBy("live.slot");
    static final String LIVE_DAYS = shown("live.slot / 24") + " from (" + LIVE + ") live" + shownBy("live.slot / 24");

    /// Hours from 1 to before 2 that are counted, and which are not.
    static final String HOURS = hours("live.slot", "");

    /// The same, added up by days.
    static final String HOURS_BY_DAY = hours("live.slot / 24", "");

    /// The same of the stores 3.
    static final String HOURS_OF_STORES = hours("live.slot / 24", " and %s.store_id in (?3)");

    /// Days from 1 to before 2 of which every hour is counted; and those of which one is not.
    static final String DAYS =
            shown("live.slot") + calm("day", "day_slot", " * 24") + shownBy("live.slot") + stirred("day_slot", " * 24");

    /// The stores that were asked for payments in hour 1.
    static final String STORES = "select c.store_id from payment_count c where c.grain = 'hour' and c.slot = ?1"
            + " union select s.store_id from payment_stir s where s.hour_slot = ?1";

    private CountTexts() {}

    private static String hours(String shown, String whose) {
        return shown(shown)
                + calm("hour", "hour_slot", "")
                + whose.formatted("live")
                + shownBy(shown)
                + stirred("hour_slot", "")
                + whose.formatted("s");
    }

    private static String counts(String from) {
        return "select slot, " + KEY + KEPT + " from " + from;
    }

    private static String shown(String slot) {
        return "select " + slot + " slot, '' store_id, live.currency, " + play() + " play, " + SUMS;
    }

    private static String shownBy(String slot) {
        return " group by " + slot + ", live.currency, " + play();
    }

    private static String play() {
        return "case when live.asset_id in (select a.id from accepted_asset a where a.test) then 1 else 0 end";
    }

    // The stirred slots as a short list, whatever the database thinks of how many there are. Bounded by hours, which
    // are
    // what its index begins with.
    private static String calm(String grain, String slot, String hours) {
        return " from payment_count live left join (select distinct store_id, " + slot + " slot from payment_stir"
                + " where hour_slot >= ?1" + hours + " and hour_slot < ?2" + hours + ") stirred"
                + " on stirred.store_id = live.store_id and stirred.slot = live.slot where live.grain = '" + grain
                + "' and live.slot >= ?1 and live.slot < ?2 and stirred.store_id is null";
    }

    private static String stirred(String slot, String hours) {
        return " union all select distinct s." + slot + ", s.store_id, '', 0, 0, " + names("0, ")
                + "0 from payment_stir s where s.hour_slot >= ?1" + hours + " and s.hour_slot < ?2" + hours;
    }

    private static String names(String form) {
        return Arrays.stream(Ending.values())
                .map(Ending::reason)
                .map(form::formatted)
                .collect(Collectors.joining());
    }
}
