package imtokenpay.simulation;

/// The mistakes by which other payment plugins lose money or invent it, each made on purpose in a world of its own. No
/// production class knows of them: [FaultyAssembly] puts a broken part in place of a right one.
enum SeededBug {
    /// A transaction that failed counts.
    IGNORES_STATUS,
    /// A token that only looks like ours counts.
    IGNORES_TOKEN_ADDRESS,
    /// A range without transfers is believed, though the node only did not know them yet.
    BELIEVES_EMPTY_RANGES,
    /// One confirmation too few is enough.
    COUNTS_ONE_CONFIRMATION_LESS,
    /// An event is noted as sent before it is sent.
    MARKS_SENT_BEFORE_SENDING,
    /// An event is dropped after three attempts.
    GIVES_UP_AFTER_THREE,
    /// The store ships each time that it is told.
    RECEIVER_WITHOUT_MEMORY,
    /// What a reorg removed still counts.
    NEVER_REWINDS,
    /// Two transfers of one transaction are one.
    KEYED_BY_TRANSACTION_ONLY,
    /// Money for a payment that has ended is nobody's.
    FORGETS_ENDED_PAYMENTS,
    /// One provider is believed.
    BELIEVES_ONE_PROVIDER,
    /// The cursor is committed before what was found on the way.
    COMMITS_CURSOR_FIRST,
    /// A node that lost its lease still writes.
    WRITES_WITHOUT_LEASE,
    /// The store takes events in the order in which they come.
    RECEIVER_IGNORES_SEQUENCE,
    /// The store is told before the commit.
    TELLS_BEFORE_COMMIT,
    /// What is settled stays so.
    NEVER_REVERSES,
    /// Nothing keeps two transactions from leasing one slot.
    SLOTS_WITHOUT_UNIQUE_INDEX
}
