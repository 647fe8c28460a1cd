package imtokenpay.webhook;

/// An event on its way to its store.
///
/// @param attemptsBefore how often it was tried already
public record Delivery(WebhookEvent event, int attemptsBefore) {}
