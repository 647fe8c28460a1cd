package imtokenpay.simulation;

import imtokenpay.flow.monitor.PaymentMonitor;
import imtokenpay.flow.monitor.WatchMonitor;
import imtokenpay.flow.monitor.WebhookMonitor;

/// Nobody watches.
final class Nobody implements PaymentMonitor, WatchMonitor, WebhookMonitor {}
