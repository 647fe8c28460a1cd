package imtokenpay.story;

import java.util.Locale;
import java.util.function.Consumer;

/// The scenes of the story, in the order in which they are played. Their names are sentences.
public enum Scene {
    AN_ORDER_PAID_IN_FULL_WITH_ETH_BECOMES_PAID(PaidOrders::withEth),
    AN_ORDER_PAID_IN_FULL_WITH_USDT_BECOMES_PAID(PaidOrders::withUsdt),
    AN_ORDER_PAID_IN_FULL_WITH_BTC_BECOMES_PAID(PaidOrders::withBtc),
    PARTS_ADD_UP_AT_AN_ADDRESS_OF_THE_ORDERS_OWN(PaidOrders::inParts),
    THE_CHECKOUT_PAGE_IS_SMALL_AND_SHOWS_THE_QR_CODE_AT_ONCE(UnpaidOrders::page),
    AN_ORDER_CANCELLED_BY_THE_SHOPPER_IS_ROLLED_BACK(UnpaidOrders::cancelled),
    A_SECOND_PAYMENT_IS_SURPLUS_AND_THE_ORDER_IS_PAID_ONCE(PaidOrders::twice),
    A_PART_OF_THE_SURPLUS_GOES_BACK_FROM_THE_MERCHANTS_OWN_WALLET(PaidOrders::partOfTheSurplusBack),
    A_WRONG_AMOUNT_GOES_TO_THE_INBOX_AND_PAYS_NO_ORDER(UnpaidOrders::wrongAmount),
    THE_ADMIN_LEARNS_WHY_A_TRANSACTION_PAID_NOTHING(UnpaidOrders::explained),
    A_REORG_THAT_REMOVES_THE_PAYMENT_TAKES_IT_BACK(Reorgs::removesThePayment),
    A_REORG_THAT_MOVES_THE_PAYMENT_STARTS_THE_COUNT_AGAIN(Reorgs::movesThePayment),
    AN_UNREACHABLE_NODE_CHANGES_NOTHING(Faults::unreachableNode),
    A_NODE_THAT_ANSWERS_NONSENSE_CHANGES_NOTHING(Faults::malformedAnswers),
    WHAT_A_NODE_LEFT_OUT_IS_FOUND_BY_READING_ITS_BLOCK_AGAIN(Faults::leftOut),
    THE_MERCHANT_CAN_ASK_FOR_FEWER_CONFIRMATIONS(PaidOrders::withFewerConfirmations),
    A_LARGE_SUM_WAITS_UNTIL_THE_CHAIN_CALLS_ITS_BLOCK_FINAL(PaidOrders::withTheChainsWord),
    NOBODY_SEES_THE_ADMIN_SCREENS_WITHOUT_LOGGING_IN(Faults::adminWithoutLogin),
    BAD_INPUT_IS_REFUSED_CLEARLY_AND_CHANGES_NOTHING(Faults::badInput),
    AN_UNPAID_ORDER_EXPIRES_AND_IS_ROLLED_BACK(UnpaidOrders::expired),
    AN_ORDER_WHOSE_WEBHOOKS_ARE_LOST_BECOMES_PAID_BY_THE_EVENT_FEED(PaidOrders::withoutWebhooks),
    AN_ENDPOINT_THAT_SAYS_IT_IS_GONE_IS_TOLD_EVERYTHING_ONCE_IT_IS_ENABLED(Faults::goneEndpoint),
    A_CRASH_BEFORE_SETTLEMENT_LOSES_NOTHING(PaidOrders::throughACrash);

    private final Consumer<Stage> play;

    Scene(Consumer<Stage> play) {
        this.play = play;
    }

    /// The name as a sentence for people.
    public String sentence() {
        String text = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return text.replace(" eth ", " ETH ")
                .replace(" usdt ", " USDT ")
                .replace(" btc ", " BTC ")
                .replace(" qr ", " QR ");
    }

    /// Whether what it needs is there: a Bitcoin node cannot be had everywhere.
    public boolean isPlayable(Stage stage) {
        return this != AN_ORDER_PAID_IN_FULL_WITH_BTC_BECOMES_PAID
                || stage.devnet().bitcoin().isPresent();
    }

    /// @throws AssertionError when something is not as it should be; it tells what the server wrote last
    public void play(Stage stage) {
        try {
            play.accept(stage);
        } catch (AssertionError failed) {
            throw new AssertionError(failed.getMessage() + "\nLast in the log:\n" + stage.lately(), failed);
        }
    }
}
