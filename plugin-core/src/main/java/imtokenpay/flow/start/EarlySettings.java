package imtokenpay.flow.start;

/// All settings that nobody needs before the first payment, call or log-in. Whoever asks for it at
/// the start has them read, so that a mistake in one of them ends the start instead of the first payment.
public interface EarlySettings {}
