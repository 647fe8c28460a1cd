package imtokenpay.admin.desk;

import imtokenpay.flow.admin.AdminDesk;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Ledger;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Money that matches no payment.
@Named("inbox")
@RequestScoped
public class InboxView {
    private static final int SHOWN_MAX = 200;

    private final List<InboxLine> rows;

    /// For the container's proxy only.
    protected InboxView() {
        this.rows = List.of();
    }

    @Inject
    public InboxView(AdminDesk desk) {
        this.rows = lines(desk.inbox(SHOWN_MAX), desk.assets());
    }

    /// Money as lines.
    ///
    /// @param assets what is accepted, for the networks' names
    static List<InboxLine> lines(List<Ledger.Entry> entries, List<AcceptedAsset> assets) {
        var networks = networks(assets);
        return entries.stream()
                .map(entry -> {
                    var chain = entry.transfer().id().chain();
                    return new InboxLine(entry.transfer(), networks.getOrDefault(chain, chain.text()));
                })
                .toList();
    }

    /// The lines, newest first.
    public List<InboxLine> rows() {
        return rows;
    }

    /// The networks' names for people.
    static Map<ChainId, String> networks(List<AcceptedAsset> assets) {
        return assets.stream()
                .collect(Collectors.toMap(
                        accepted -> accepted.asset().chain(), AcceptedAsset::network, (one, same) -> one));
    }
}
