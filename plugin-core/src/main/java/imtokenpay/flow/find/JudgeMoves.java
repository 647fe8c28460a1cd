package imtokenpay.flow.find;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.chain.watch.TransactionAnswer;
import imtokenpay.chain.watch.TransactionAnswer.Done;
import imtokenpay.chain.watch.TransactionAnswer.Move;
import imtokenpay.flow.UseCase;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.money.ChainId;
import imtokenpay.payment.list.PaymentSearch;
import jakarta.inject.Inject;
import java.util.List;

/// Tells what a transaction that a chain has shown is to us.
@UseCase
public class JudgeMoves {
    private final AcceptedAssets assets;
    private final PaymentSearch search;
    private final ChainCursors cursors;

    @Inject
    public JudgeMoves(AcceptedAssets assets, PaymentSearch search, ChainCursors cursors) {
        this.assets = assets;
        this.search = search;
        this.cursors = cursors;
    }

    /// What it is, and what of it came to addresses of ours.
    public record Judged(Verdict verdict, List<Move> ours) {}

    /// Judges what a chain says.
    public Judged judge(ChainId chain, TransactionAnswer answer) {
        return switch (answer) {
            case TransactionAnswer.Unknown() -> new Judged(Verdict.UNKNOWN, List.of());
            case TransactionAnswer.Pending(List<Move> moves) ->
                new Judged(Verdict.PENDING, ours(moves, assets.on(chain)));
            case TransactionAnswer.Failed(long height) -> new Judged(Verdict.FAILED, List.of());
            case TransactionAnswer.Done done -> judged(chain, done);
        };
    }

    private Judged judged(ChainId chain, Done done) {
        var accepted = assets.on(chain);
        var ours = ours(done.moves(), accepted);
        if (ours.isEmpty()) {
            return new Judged(Verdict.NOT_TO_US, ours);
        }
        if (ours.stream().noneMatch(move -> move.units().signum() > 0 && isAccepted(move, accepted))) {
            return new Judged(Verdict.NOT_ACCEPTED, ours);
        }
        var read = cursors.view(chain).map(ChainView::head).orElse(-1L);
        return new Judged(done.height() > read ? Verdict.NOT_READ_YET : Verdict.NOT_NOTICED, ours);
    }

    private List<Move> ours(List<Move> moves, List<AcceptedAsset> accepted) {
        return moves.stream().filter(move -> isOurs(move, accepted)).toList();
    }

    private boolean isOurs(Move move, List<AcceptedAsset> accepted) {
        return accepted.stream().anyMatch(one -> one.receiver().equals(move.to()))
                || !search.paidTo(move.to(), 1).isEmpty();
    }

    private static boolean isAccepted(Move move, List<AcceptedAsset> accepted) {
        return accepted.stream()
                .filter(AcceptedAsset::verified)
                .map(AcceptedAsset::asset)
                .anyMatch(asset -> move.token()
                        .map(token -> asset.contract()
                                .filter(token.text()::equalsIgnoreCase)
                                .isPresent())
                        .orElse(asset.isNative()));
    }
}
