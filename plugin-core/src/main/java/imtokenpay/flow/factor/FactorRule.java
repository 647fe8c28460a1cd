package imtokenpay.flow.factor;

/// Whether owners must have a second factor.
///
/// @param required who has none can do nothing but switch one on
public record FactorRule(boolean required) {}
