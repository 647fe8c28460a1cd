package imtokenpay.flow.start;

/// What the integrator's configuration asks for.
public interface Provision {
    /// The accepted assets as configured, in order.
    ///
    /// @throws IllegalArgumentException in words for the integrator if the configuration is wrong or dangerous
    java.util.List<imtokenpay.merchant.AcceptedAsset> assets();
}
