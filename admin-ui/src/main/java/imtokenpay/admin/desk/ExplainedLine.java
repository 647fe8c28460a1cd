package imtokenpay.admin.desk;

import imtokenpay.flow.find.ExplainTransaction.Explained;
import imtokenpay.flow.find.Verdict;
import java.util.Locale;

/// What one chain makes of a transaction that should have paid, in words for the person at the desk.
public final class ExplainedLine {
    private final Explained explained;
    private final String network;
    private final String page;

    ExplainedLine(Explained explained, String network, String page) {
        this.explained = explained;
        this.network = network;
        this.page = page;
    }

    /// The network's name for people.
    public String network() {
        return network;
    }

    /// The verdict's name, such as `not_to_us`.
    public String verdict() {
        return explained.verdict().name().toLowerCase(Locale.ROOT);
    }

    /// The page where anybody can see the transaction; empty where there is none or the chain does not know it.
    public String page() {
        return explained.verdict() == Verdict.UNKNOWN ? "" : page;
    }

    /// Whether it came to this shop, and its block was read without it.
    boolean isNotNoticed() {
        return explained.verdict() == Verdict.NOT_NOTICED;
    }

    /// What became of it.
    public String what() {
        return switch (explained.verdict()) {
            case UNKNOWN -> "No such transaction is known there.";
            case PENDING ->
                explained.ours().isEmpty()
                        ? "It waits to be put into a block."
                        : "It waits to be put into a block, with money for an address of this shop: " + moved();
            case FAILED -> "It failed: a block holds it, but it moved no money. The sender still has it.";
            case NOT_TO_US -> "It moved no money to any address of this shop.";
            case NOT_ACCEPTED -> "It moved something to an address of this shop that is not accepted there: " + moved();
            case NOT_READ_YET -> "It paid an address of this shop, in a block that was not read yet.";
            case NOT_NOTICED ->
                "It paid an address of this shop, in a block that was read when nothing was expected there, or a node"
                        + " left it out.";
            case NO_ANSWER -> "No answer, which says nothing about the transaction: " + explained.trouble();
        };
    }

    /// What there is to do.
    public String advice() {
        return switch (explained.verdict()) {
            case UNKNOWN -> "Ask the shopper for the hash from his wallet, and on which network he paid.";
            case PENDING -> "Wait. With a low fee that can take long; the shopper can speed it up in his wallet.";
            case FAILED -> "Tell the shopper to pay again.";
            case NOT_TO_US ->
                "Ask the shopper to compare the address in his wallet with the one on his payment's page. Money that"
                        + " went to a wrong address cannot be brought back.";
            case NOT_ACCEPTED ->
                "It is in your wallet. Agree with the shopper whether to send it back or to take it, and mark the order"
                        + " by hand.";
            case NOT_READ_YET -> "Wait a minute, then search again.";
            case NOT_NOTICED ->
                "Have its block read again: what it brought then stands at its payment or in the inbox. Tokens are"
                        + " looked for a second time within an hour anyway.";
            case NO_ANSWER -> "Look the transaction up at an explorer, or search again later.";
        };
    }

    private String moved() {
        var moves = explained.ours().stream()
                .map(move -> move.units() + " base units of "
                        + move.token().map(token -> "token " + token.text()).orElse("the network's own coin"))
                .toList();
        return String.join(", ", moves) + ".";
    }
}
