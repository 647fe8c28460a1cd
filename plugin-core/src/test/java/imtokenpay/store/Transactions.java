package imtokenpay.store;

/// Runs work as one transaction: all of it stays, or nothing of it.
public interface Transactions {
    /// Work that may refuse.
    interface Work<T, X extends Exception> {
        T run() throws X;
    }

    /// Work without an answer.
    interface Step<X extends Exception> {
        void run() throws X;
    }

    /// Runs the work in the transaction of this thread, or in a new one if there is none. Every exception rolls
    /// it back.
    <T, X extends Exception> T in(Work<T, X> work) throws X;

    /// Runs a step.
    default <X extends Exception> void run(Step<X> step) throws X {
        this.<Boolean, X>in(() -> {
            step.run();
            return true;
        });
    }
}
