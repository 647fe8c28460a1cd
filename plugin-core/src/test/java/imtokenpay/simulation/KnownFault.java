package imtokenpay.simulation;

/// The faults by which payment plugins lose money or invent it, numbered once and for all. What the others do was read
/// from the code of six open payment plugins.
enum KnownFault {
    F1("The process is down for three minutes, and the payment is mined meanwhile.", "Five settle it, one loses it."),
    F2("The process is down for two hours.", "Three find it afterwards, three lose it."),
    F3("The connection to the provider drops for 30 seconds.", "Five go on, one loses what came meanwhile."),
    F4(
            "The provider answers errors for a minute.",
            "Three wait it out, one needs a node of its own, two skip blocks and lose the payment."),
    F5(
            "The provider refuses the range that is asked for, again and again.",
            "One reads by ranges, asks for the same one for ever and loses the payment; five do not read so."),
    F6(
            "Mined five seconds before the deadline, seen twenty seconds after it.",
            "Two take it, one asks a person, three lose it."),
    F7("Paid half an hour late.", "One takes it, one tells a person, four lose it."),
    F8("Short by the fee of an exchange.", "Three have a tolerance, three lose it."),
    F9("Paid twice.", "Two tell the surplus, one does in part, three lose it."),
    F10(
            "A reorg drops the payment before it has settled.",
            "One takes it back, one trusts an explorer's count, four say paid."),
    F11("A reorg drops the payment after it has settled.", "All six go on saying paid."),
    F12("A reorg moves the payment to a sibling block.", "Three keep it, three lose it."),
    F13("The process dies between the commit and the webhook.", "Four tell the shop later, two never do."),
    F14("The shop answers 500 for two hours.", "Two go on trying, one gives up after an hour, three lose the event."),
    F15("The shop answers 403 once.", "Three try again, three never do."),
    F16("One shop does not answer.", "Three isolate it, one has ten workers for all, two stand still."),
    F17("Two instances share one database.", "None supports it."),
    F18("The source of rates is down.", "Three refuse the order, three use a fixed, other or stale rate."),
    F19("The clock is three minutes off.", "Three do not mind, three lose payments."),
    F20("One provider lies about what was paid.", "Four believe it, two ask for a node of one's own.");

    private final String happening;
    private final String others;

    KnownFault(String happening, String others) {
        this.happening = happening;
        this.others = others;
    }

    /// What happens.
    String happening() {
        return happening;
    }

    /// What six other plugins make of it.
    String others() {
        return others;
    }

    /// How the name of its test begins.
    String testPrefix() {
        return "f%02d_".formatted(ordinal() + 1);
    }
}
