package imtokenpay.store.contract;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Finality;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.Reading;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.money.Price;
import imtokenpay.payment.Decision;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Terms;
import imtokenpay.quote.Quote;
import imtokenpay.quote.Rate;
import imtokenpay.webhook.WebhookEvent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Things to keep. Amounts are as large as they can be, moments have milliseconds, texts are not all English.
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123Z");
    public static final Asset USDT = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);
    public static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    public static final ChainId CHAIN = USDT.chain();
    public static final ChainId ELSEWHERE = new ChainId("eip155:137");
    public static final BigInteger MOST = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
    public static final Address SHOP = new Address("0x52908400098527886E0F7030069857D2E4169EE7");
    static final Address SHOPPER = new Address("0x8617E340B3D01FA5F11F306F4090FD50E238070D");

    private Samples() {}

    public static Amount usdt(long units) {
        return new Amount(BigInteger.valueOf(units), USDT);
    }

    public static AcceptedAsset accepted(Asset asset) {
        var standing = new AcceptedAsset.Standing(false, true);
        return new AcceptedAsset(asset, "Ethereum", SHOP, new Finality.Depth(3), standing);
    }

    static Payment payment(String order, Amount due, Decision decision) {
        var price = Price.of("12.50", "EUR");
        var wording = new PaymentRequest.Wording("Ein Büchlein, 好书 📚 ' \" \\", "https://shop.example/back?a=1");
        var request = new PaymentRequest(
                order, price, due.asset().id(), wording, new PaymentRequest.References("client-7", "customer-7 好"));
        var quote = new Quote(
                price, new Rate(new BigDecimal("1.000000000000000001"), "böse 📈 ' \" \\"), due, NOW.minusMillis(1));
        var terms = new Terms(due, NOW, NOW.plus(Duration.ofMinutes(15)), new Finality.Depth(3), decision);
        var standing = new Payment.Standing(PaymentStatus.AWAITING, 0, Amount.zero(due.asset()));
        return new Payment(
                PaymentId.random(ThreadLocalRandom.current()),
                new Payment.Origin("books", request, quote),
                SHOP,
                terms,
                standing);
    }

    static Payment payment(String order) {
        return payment(order, usdt(12_500_000), new Decision.None());
    }

    /// A payment that was asked for at that moment.
    public static Payment payment(String order, Instant at) {
        return opened(payment(order), at);
    }

    static Payment standing(Payment payment, PaymentStatus status) {
        var standing = new Payment.Standing(
                status, payment.sequence(), payment.standing().surplus());
        return new Payment(payment.id(), payment.origin(), payment.receiver(), payment.terms(), standing);
    }

    /// The same payment, which waits until the chain calls its money final.
    static Payment waitingForTheChain(Payment payment) {
        var old = payment.terms();
        var terms = new Terms(old.due(), old.openedAt(), old.deadline(), new Finality.Finalized(3), old.decision());
        return new Payment(payment.id(), payment.origin(), payment.receiver(), terms, payment.standing());
    }

    static Payment opened(Payment payment, Instant at) {
        var old = payment.terms();
        var terms = new Terms(old.due(), at, at.plus(Duration.ofMinutes(15)), old.finality(), old.decision());
        return new Payment(payment.id(), payment.origin(), payment.receiver(), terms, payment.standing());
    }

    /// The block of that height on a branch; branches that share a letter share their past.
    static BlockRef block(long height, String branch) {
        return block(height, branch, branch);
    }

    static BlockRef block(long height, String branch, String parentBranch) {
        return new BlockRef(
                height, "0x" + height + branch, "0x" + (height - 1) + parentBranch, NOW.plusSeconds(12 * height));
    }

    static ChainView viewAt(BlockRef block) {
        return new ChainView(CHAIN, block.height(), block.time());
    }

    static Reading reading(BlockRef fork, List<BlockRef> blocks, Transfer... transfers) {
        var last = blocks.isEmpty() ? fork : blocks.getLast();
        return new Reading(fork, blocks, List.of(transfers), viewAt(last), true);
    }

    static Transfer transfer(String txHash, int logIndex, Amount amount, BlockRef block) {
        var sighting = new Transfer.Sighting(block.time().plusMillis(777), block.time(), new Inclusion.Included(block));
        return new Transfer(new TransferId(amount.asset().chain(), txHash, logIndex), amount, SHOPPER, SHOP, sighting);
    }

    /// An event; another number, another payment.
    static WebhookEvent event(int number) {
        var payment = new PaymentId("pay_%026d".formatted(number));
        var content = new WebhookEvent.Content(NOW.plusMillis(number), "{\"好\":\"📚\",\"n\":" + number + "}");
        return new WebhookEvent(WebhookEvent.idOf(payment, 1), "books", payment, "payment.settled", content);
    }
}
