package imtokenpay.flow.find;

/// What became of a transaction of which nothing is known here.
public enum Verdict {
    /// No node of that chain has heard of it.
    UNKNOWN,
    /// It waits to be put into a block. What it would move to us is told where that shows before.
    PENDING,
    /// It failed: a block holds it, and it moved no money.
    FAILED,
    /// It moved no money to any address of ours.
    NOT_TO_US,
    /// It moved something to an address of ours that is not accepted.
    NOT_ACCEPTED,
    /// It moved something accepted to an address of ours, in a block that was not read yet.
    NOT_READ_YET,
    /// The same, in a block that was read: at that time nothing was expected there, or a node left it out.
    NOT_NOTICED,
    /// No node of that chain answered: that says nothing about it.
    NO_ANSWER
}
