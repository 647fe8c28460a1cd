package imtokenpay.admin.desk;

import imtokenpay.chain.Explorers;
import imtokenpay.flow.admin.AdminDesk;
import imtokenpay.flow.find.ExplainTransaction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the chains make of the transaction that was searched for. They are asked when the page wants to know, once.
@Named("explain")
@RequestScoped
public class ExplainView {
    private final Supplier<List<ExplainedLine>> ask;
    private @Nullable List<ExplainedLine> asked;

    /// For the container's proxy only.
    protected ExplainView() {
        this.ask = List::of;
    }

    @Inject
    public ExplainView(ExplainTransaction explain, AdminDesk desk, Explorers explorers) {
        this.ask = () -> {
            var networks = InboxView.networks(desk.assets());
            return explain.explain(Desk.asked("q")).stream()
                    .map(one -> new ExplainedLine(
                            one,
                            networks.getOrDefault(one.chain(), one.chain().text()),
                            explorers.transaction(one.chain(), one.txHash()).orElse("")))
                    .toList();
        };
    }

    /// What each chain makes of it; nothing where no transaction was searched for.
    public List<ExplainedLine> lines() {
        var lines = Optional.ofNullable(asked).orElseGet(ask);
        asked = lines;
        return lines;
    }
}
