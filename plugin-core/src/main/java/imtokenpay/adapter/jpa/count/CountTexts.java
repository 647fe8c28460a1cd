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

    /// The payments themselves, of store 1, asked for at 2 or after it and before 3.
    private static final String LIVE = "select " + KEY + "slot, count(*) asked, "
            + names("sum(case when ending = '%1$s' then 1 else 0 end) %1$s, ")
            + "sum(case when ending in ('paid', 'accepted') then price - discount else 0 end) volume from"
            + " (select p.store_id, p.asset_id, p.currency, p.price, p.discount, " + HOUR + " slot, " + ENDING
            + " ending from payment p where p.store_id = ?1 and p.opened_at >= ?2 and p.opened_at < ?3) payments"
            + " group by " + KEY + "slot";

    private static final String KEPT_HOURS =
            "payment_count where grain = 'hour' and store_id = ?1 and slot >= ?4" + " and slot < ?5";

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

    /// Hours from 1 to before 2 that are counted, and the stores of those that are not, or are in hour 3.
    static final String HOURS = shown("live.slot") + " from payment_count live where live.grain = 'hour'"
            + " and live.slot >= ?1 and live.slot < ?2 and " + calm("live.slot") + shownBy("live.slot") + loose();

    /// The same by days, of which those that are whole and calm are read at once: from 4 to before 5.
    static final String DAYS = shown("live.slot") + " from payment_count live where live.grain = 'day'"
            + " and live.slot >= ?4 and live.slot < ?5 and not exists (select 1 from payment_stir s"
            + " where s.store_id = live.store_id and s.day_slot = live.slot)" + shownBy("live.slot")
            + " union all " + shown("live.slot / 24") + " from payment_count live where live.grain = 'hour'"
            + " and live.slot >= ?1 and live.slot < ?2 and (live.slot < ?4 * 24 or live.slot >= ?5 * 24"
            + " or exists (select 1 from payment_stir s where s.store_id = live.store_id and s.day_slot = live.slot / 24))"
            + " and " + calm("live.slot") + shownBy("live.slot / 24") + loose();

    private CountTexts() {}

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

    private static String calm(String hour) {
        return "not exists (select 1 from payment_stir s where s.store_id = live.store_id and s.hour_slot = " + hour
                + ")";
    }

    private static String loose() {
        return " union all select distinct s.hour_slot, s.store_id, '', 0, 0, " + names("0, ") + "0 from payment_stir s"
                + " where s.hour_slot >= ?1 and s.hour_slot < ?2"
                + " union all select distinct c.slot, c.store_id, '', 0, 0, " + names("0, ") + "0 from payment_count c"
                + " where c.grain = 'hour' and c.slot = ?3"
                + " union all select distinct s.hour_slot, s.store_id, '', 0, 0, " + names("0, ")
                + "0 from payment_stir s"
                + " where s.hour_slot = ?3";
    }

    private static String names(String form) {
        return Arrays.stream(Ending.values())
                .map(Ending::reason)
                .map(form::formatted)
                .collect(Collectors.joining());
    }
}
