package imtokenpay.flow.audit;

import java.util.Locale;

/// What was done.
public enum Action {
    /// An owner was made: the first one with the one-time token, others by an owner.
    OWNER_MADE,
    /// A person may do more or less than before.
    ROLE_CHANGED,
    /// An owner may enter no more.
    OWNER_REMOVED,
    /// An owner has another password.
    PASSWORD_CHANGED,
    /// An owner signed in.
    SIGNED_IN,
    /// An owner signs in with a second factor from now on.
    SECOND_FACTOR_SET,
    /// An owner has no second factor any more: by himself, or by another owner.
    SECOND_FACTOR_REMOVED,
    /// A recovery code stood in for a second factor.
    RECOVERY_CODE_USED,
    /// What came for a payment was taken as enough.
    PAYMENT_ACCEPTED,
    /// A payment's matter was ended without money for its order.
    PAYMENT_CLOSED,
    /// Money that matched nothing was credited to a payment.
    TRANSFER_CREDITED,
    /// A block was read once more, for a transaction that nobody had noticed.
    BLOCK_READ_AGAIN,
    /// It was set after how many confirmations an asset counts as final.
    CONFIRMATIONS_SET,
    /// An API key was made.
    KEY_MADE,
    /// An API key was made void.
    KEY_REVOKED,
    /// A campaign was made.
    CAMPAIGN_MADE,
    /// A campaign was ended before its time.
    CAMPAIGN_ENDED,
    /// A refund was recorded.
    REFUND_RECORDED,
    /// A refund was called off.
    REFUND_CANCELLED,
    /// An event was sent to its store once more.
    EVENT_REDELIVERED,
    /// A store's webhooks were switched on again.
    WEBHOOKS_ENABLED,
    /// A network, an asset or a store was set up, changed or taken away.
    SETTINGS_CHANGED,
    /// A change of settings, or of who is an owner, was asked for that waits until it takes effect.
    CHANGE_ASKED,
    /// A change that waited was approved by another owner.
    CHANGE_APPROVED,
    /// A change that waited will not take effect.
    CHANGE_STOPPED;

    /// As it is kept and shown, such as `key_made`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
