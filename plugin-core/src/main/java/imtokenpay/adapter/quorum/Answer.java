package imtokenpay.adapter.quorum;

import imtokenpay.chain.watch.ChainUnavailable;

/// What came of a question to one provider.
sealed interface Answer<T> {
    Member member();

    /// It answered.
    record Said<T>(Member member, T value) implements Answer<T> {}

    /// It gave no usable answer.
    record Failed<T>(Member member, ChainUnavailable why) implements Answer<T> {}

    /// Something broke that is not the provider's doing, and must not pass for it.
    record Broke<T>(Member member, Error error) implements Answer<T> {}
}
