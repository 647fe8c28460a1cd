package imtokenpay.adapter.metrics.figure;

/// What is measured. Seconds and blocks are base units, and what ends in `total` only rises until the next start.
public enum Figure {
    PAYMENTS_OPENED("payments_opened_total", "Payments that stores asked for"),
    PAYMENTS_ENDED("payments_ended_total", "Payments that ended, by outcome and reason; some end more than once"),
    PAYMENT_SETTLE("payment_settle_seconds", "From the request to the settlement of a payment"),
    PAYMENTS("payments", "Payments that something may still happen to"),
    UNMATCHED("unmatched_transfers", "Transfers in the inbox that match no payment"),
    API_REFUSALS("api_refusals_total", "Calls of the REST API that were refused or failed"),
    SLOTS_FREE("slots_free", "Addresses of a pool that no payment has"),
    CHAIN_LAG_BLOCKS("chain_lag_blocks", "Blocks that the node has shown and that were not read; 0 at rest"),
    CHAIN_LAG_SECONDS("chain_lag_seconds", "Age of the newest block that was read; 0 at rest"),
    CHAIN_LOOK_AGE("chain_look_age_seconds", "Since all was read that the node had, or nothing had to be"),
    CHAIN_TICK_AGE("chain_tick_age_seconds", "Since a look at the chain began or went on"),
    CHAIN_LEASE("chain_lease_held", "1 while this node of the cluster may write for the chain"),
    CHAIN_REORGS("chain_reorgs_total", "Reorgs that were seen"),
    CHAIN_REORG_BLOCKS("chain_reorg_blocks_total", "Blocks that reorgs took back"),
    TRANSFER_DETECT("transfer_detect_seconds", "From the time of a block with new transfers to their commit"),
    PROVIDER_SCORE("provider_score", "0 to 1000: what a provider's answers were worth lately"),
    PROVIDER_ANSWERS("provider_answers_total", "Usable answers of a provider, each to one look or question"),
    PROVIDER_SECONDS("provider_answer_seconds_total", "Time that those answers took"),
    PROVIDER_FAILURES("provider_failures_total", "Looks and questions without a usable answer, by reason"),
    PROVIDER_OUTVOTED("provider_outvoted_total", "Answers that the other providers contradicted"),
    RATE_SOURCE_UP("rate_source_up", "1 while a source of prices gives all that it is asked for"),
    RATE_SOURCE_FAILURES("rate_source_failures_total", "Questions that a source of prices did not answer, by reason"),
    WEBHOOK_WAITING("webhook_waiting_events", "Events that their stores were not told of yet"),
    WEBHOOK_OLDEST("webhook_oldest_waiting_seconds", "Age of the oldest of them; 0 where none waits"),
    WEBHOOK_ATTEMPTS("webhook_attempts_total", "Attempts to tell a store, by outcome"),
    WEBHOOK_PARKED("webhook_parked_events", "Events that were given up"),
    WEBHOOK_DISABLED("webhook_disabled_endpoints", "Endpoints that are sent nothing since they answered 410 Gone");

    private static final String PREFIX = "imtoken_pay_";

    private final String word;
    private final String help;

    Figure(String word, String help) {
        this.word = PREFIX + word;
        this.help = help;
    }

    /// The name as it is served.
    public String word() {
        return word;
    }

    String help() {
        return help;
    }
}
