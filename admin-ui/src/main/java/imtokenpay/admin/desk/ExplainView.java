package imtokenpay.admin.desk;

import imtokenpay.chain.Explorers;
import imtokenpay.flow.admin.AdminDesk;
import imtokenpay.flow.find.ExplainTransaction;
import imtokenpay.flow.find.ReadBlockAgain;
import imtokenpay.flow.find.ReadBlockAgain.Outcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the chains make of the transaction that was searched for. They are asked when the page wants to know, once.
@Named("explain")
@RequestScoped
public class ExplainView {
    private final Supplier<List<ExplainedLine>> ask;
    private final BiFunction<String, String, Outcome> read;
    private @Nullable List<ExplainedLine> asked;

    /// For the container's proxy only.
    protected ExplainView() {
        this.ask = List::of;
        this.read = (typed, by) -> new Outcome(0, "");
    }

    @Inject
    public ExplainView(ExplainTransaction explain, ReadBlockAgain again, AdminDesk desk, Explorers explorers) {
        this.read = again::again;
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

    /// What was searched for.
    public String typed() {
        return Desk.asked("q");
    }

    /// Whether its block may be read again.
    public boolean isNotNoticed() {
        return lines().stream().anyMatch(ExplainedLine::isNotNoticed);
    }

    /// Has the block read again that holds it.
    ///
    /// @return the search anew, which finds what came of it; this page with the reason if nothing did
    public @Nullable String again() {
        var outcome = read.apply(typed(), Desk.who());
        if (outcome.entered() > 0) {
            return "/admin/payments.xhtml?faces-redirect=true&q=" + URLEncoder.encode(typed(), StandardCharsets.UTF_8);
        }
        return Desk.stay(
                outcome.trouble().isEmpty()
                        ? "The block was read again, and nothing in it is new. If it should be there, ask another node:"
                                + " add one to the network."
                        : outcome.trouble());
    }

    /// What each chain makes of it; nothing where no transaction was searched for.
    public List<ExplainedLine> lines() {
        var lines = Optional.ofNullable(asked).orElseGet(ask);
        asked = lines;
        return lines;
    }
}
