package imtokenpay.admin.keys;

import imtokenpay.merchant.key.Scope;

/// One thing that a new key may be for, and whether it is.
public final class ScopeChoice {
    private final Scope scope;
    private boolean chosen = true;

    ScopeChoice(Scope scope) {
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    /// Its word.
    public String word() {
        return scope.word();
    }

    /// What that opens.
    public String meaning() {
        return switch (scope) {
            case PAYMENTS_READ -> "see payments, what can be paid with, and rates";
            case PAYMENTS_WRITE -> "ask for payments and cancel them";
            case REFUNDS_WRITE -> "record refunds and cancel them";
            case EVENTS_READ -> "read the event feed";
            case WEBHOOKS_READ -> "see where the store is told, and what became of it";
            case WEBHOOKS_WRITE -> "test and enable endpoints, and send events again";
        };
    }

    public boolean isChosen() {
        return chosen;
    }

    public void setChosen(boolean chosen) {
        this.chosen = chosen;
    }
}
