package imtokenpay.checkout;

import imtokenpay.chain.Address;
import imtokenpay.refund.Destination;
import imtokenpay.refund.Refund;
import imtokenpay.webhook.RefundJson.Snapshot;
import java.util.List;

/// What the shopper sees of his refunds: where each stands, and a form where he can still say where to.
///
/// @param url the page's own address
public record RefundPage(CheckoutPage payment, List<Line> lines, String url, Ask ask) {
    private static final int GROUP = 4;

    /// What is asked of the shopper besides.
    ///
    /// @param refund the refund that an address was typed for; empty when none was
    /// @param typed the address as it is to be confirmed; empty when there is an error
    /// @param error what is wrong with it; empty when it only has to be confirmed
    public record Ask(String refund, String typed, String error) {
        /// Nothing was typed.
        static final Ask NOTHING = new Ask("", "", "");
    }

    /// One refund.
    public record Line(Snapshot snapshot) {
        /// Its id.
        public String id() {
            return snapshot.refund().id().text();
        }

        /// How much.
        public String amount() {
            return snapshot.refund().amount().toString();
        }

        /// On which network.
        public String network() {
            return snapshot.network();
        }

        /// Where it stands.
        public String status() {
            return snapshot.refund().state().word();
        }

        /// Where it goes, to be compared by eye; empty while nobody has said.
        public String address() {
            return snapshot.refund()
                    .destination()
                    .map(Destination::address)
                    .map(Address::text)
                    .map(RefundPage::grouped)
                    .orElse("");
        }

        /// Whether the shopper can say where to, or say it anew. What the merchant typed is the merchant's to change.
        public boolean isChangeable() {
            return RefundPage.isChangeable(snapshot.refund());
        }

        /// The transactions that paid it.
        public List<String> transactions() {
            return snapshot.payouts().stream()
                    .filter(payout -> payout.isIncluded())
                    .map(payout -> payout.id().txHash())
                    .distinct()
                    .toList();
        }
    }

    /// Whether the shopper is to look at an address once more and confirm it.
    public boolean isChecking() {
        return !ask.refund.isEmpty() && ask.error.isEmpty();
    }

    /// The refund that an address is to be confirmed for.
    public Line checked() {
        return lines.stream()
                .filter(line -> line.id().equals(ask.refund))
                .findFirst()
                .orElseThrow();
    }

    /// The address that is to be confirmed, in groups that can be compared by eye.
    public String grouped() {
        return grouped(ask.typed);
    }

    /// What is wrong; empty when nothing is.
    public String error() {
        return ask.error;
    }

    /// Whether nothing goes back.
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    static boolean isChangeable(Refund refund) {
        return switch (refund.state()) {
            case AWAITING_ADDRESS -> true;
            case OPEN ->
                refund.destination()
                        .filter(to -> to.source() == Destination.Source.SHOPPER)
                        .isPresent();
            case SEEN, COMPLETED, CANCELLED -> false;
        };
    }

    private static String grouped(String address) {
        var head = address.startsWith("0x") ? "0x " : "";
        var rest = address.startsWith("0x") ? address.substring(2) : address;
        return head + rest.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }
}
