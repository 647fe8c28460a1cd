package imtokenpay.adapter.metrics.figure;

/// Whether the figures are served, as the integrator wants it.
public record Export(boolean isOn) {}
