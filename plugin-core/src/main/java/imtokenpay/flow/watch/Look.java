package imtokenpay.flow.watch;

/// How a look at a chain ended.
public enum Look {
    /// The chain was read as far as it goes.
    READ,
    /// Nothing was asked: nothing can be paid, or another node does the reading.
    IDLE,
    /// Something failed, was logged, and changed nothing.
    FAILED
}
