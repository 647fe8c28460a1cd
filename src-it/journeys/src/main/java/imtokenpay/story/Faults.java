package imtokenpay.story;

import imtokenpay.outside.AdminScreens;
import imtokenpay.outside.Answer;
import imtokenpay.outside.Await;
import imtokenpay.outside.Wire;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Scenes in which somebody or something sends rubbish.
final class Faults {
    private static final String OUTAGE = "Nothing changes until the node answers";
    private static final String RECOVERY = "node answers again";
    private static final Pattern STACK_TRACE = Pattern.compile("^\\s+at imtokenpay\\.");

    private Faults() {}

    static void unreachableNode(Stage stage) {
        surviveOutage(stage, Wire::cut);
    }

    static void malformedAnswers(Stage stage) {
        surviveOutage(stage, Wire::garble);
    }

    /// A node shows a block without its transfers, the shopper complains, and the merchant has the block read again.
    static void leftOut(Stage stage) {
        Sale sale = Sale.open(stage, Sale.BOOK, stage.devnet().usdt());
        stage.devnet().wire().forget();
        String hash;
        try {
            hash = sale.pay();
            stage.devnet().mine(1);
            Await.until(
                    "the block is read without the payment",
                    Sale.PATIENCE,
                    () -> stage.server().admin().search().says("not_noticed", hash));
            sale.expectStanding("awaiting");
        } finally {
            stage.devnet().wire().mend();
        }
        String page = stage.server().admin().search().readAgain(hash);
        Expect.that(page.contains(sale.checkout().paymentId()), "the payment is found by its transaction: " + page);
        stage.devnet().mine(Devnet.CONFIRMATIONS);
        sale.awaitPaid();
    }

    /// The shop says that its endpoint is gone, and the merchant says later that it is back.
    static void goneEndpoint(Stage stage) {
        AdminScreens admin = stage.server().admin();
        Sale sale = Sale.inEth(stage);
        Wire wire = stage.server().webhooks();
        wire.goAway();
        try {
            sale.pay();
            stage.devnet().mine(1);
            Await.until(
                    "the endpoint is disabled",
                    Sale.PATIENCE,
                    () -> admin.webhooks().contains("disabled"));
        } finally {
            wire.mend();
        }
        admin.redeliver();
        Expect.that(admin.webhooks().contains("HTTP 410"), "nothing is sent to an endpoint that is disabled");
        admin.enable();
        Await.until(
                "all that waited has arrived",
                Sale.PATIENCE,
                () -> admin.webhooks().contains("Every event that was tried has arrived"));
        stage.devnet().mine(Devnet.CONFIRMATIONS);
        sale.awaitPaid();
    }

    private static void surviveOutage(Stage stage, java.util.function.Consumer<Wire> trouble) {
        Sale sale = Sale.inEth(stage);
        sale.payInOneBlock();
        Server server = stage.server();
        long outages = logged(server, OUTAGE);
        long recoveries = logged(server, RECOVERY);
        long traces = traces(server);
        Wire wire = stage.devnet().wire();
        trouble.accept(wire);
        try {
            stage.devnet().mine(Devnet.CONFIRMATIONS);
            Await.until("the outage is logged", Sale.PATIENCE, () -> logged(server, OUTAGE) > outages);
            sale.expectStanding("confirming");
            sale.expectOrder("NEW");
        } finally {
            wire.mend();
        }
        sale.awaitPaid();
        Expect.same("the lines about this outage", outages + 1, logged(server, OUTAGE));
        Await.until("the recovery is logged", Sale.PATIENCE, () -> logged(server, RECOVERY) > recoveries);
        Expect.same("the lines of our stack traces", traces, traces(server));
    }

    private static long traces(Server server) {
        return server.log().stream()
                .filter(line -> STACK_TRACE.matcher(line).find())
                .count();
    }

    private static long logged(Server server, String text) {
        return server.log().stream().filter(line -> line.contains(text)).count();
    }

    static void adminWithoutLogin(Stage stage) {
        String report = "report?kind=payments&format=csv&from=2020-01-01&to=2030-01-01&zone=UTC";
        for (String page : List.of(
                "",
                "inbox",
                "assets",
                "index.xhtml",
                "payments.xhtml",
                "payment.xhtml",
                "inbox.xhtml",
                "audit.xhtml",
                report)) {
            Answer answer = stage.server().admin().asStranger(page);
            Expect.that(answer.text().contains("id=\"login\""), "the log-in page stands before " + page);
            Expect.that(!answer.text().contains(stage.devnet().merchant()), "nothing is shown of " + page);
        }
    }

    /// One bad request, and how it must be refused.
    private record Bad(String field, Object value, int status, String code) {}

    static void badInput(Stage stage) {
        String order = "bad-" + Long.toHexString(System.nanoTime());
        String unknownToken = "eip155:31337/erc20:0x000000000000000000000000000000000000dEaD";
        for (Bad bad : List.of(
                new Bad("amount", "-1.00", 400, "malformed_request"),
                new Bad("amount", "0", 400, "malformed_request"),
                new Bad("amount", "1e3", 400, "malformed_request"),
                new Bad("amount", "99999999999999", 400, "malformed_request"),
                new Bad("amount", "10.001", 400, "malformed_request"),
                new Bad("amount", "1" + "0".repeat(30), 400, "malformed_request"),
                new Bad("amount", List.of("10.00"), 400, "malformed_request"),
                new Bad("amount", 10, 400, "malformed_request"),
                new Bad("paid", true, 400, "malformed_request"),
                new Bad("asset", "ETH", 409, "unknown_asset"),
                new Bad("asset", unknownToken, 409, "unknown_asset"),
                new Bad("currency", "EUR", 409, "no_rate"),
                new Bad("returnUrl", "https://evil.example/", 400, "malformed_request"),
                new Bad("orderRef", "", 400, "malformed_request"))) {
            refused(stage.plugin().ask(request(stage, order, bad)), bad.status(), bad.code());
        }
        refusedInTheShop(stage, unknownToken + "\"><i>");
        String good = request(stage, order, new Bad("amount", "10.00", 201, ""));
        refused(stage.plugin().withKey("sk_test_nobody").ask(good), 401, "unknown_api_key");
        refused(stage.plugin().ask("{\"amount\": 1"), 400, "malformed_request");
        refused(stage.plugin().ask("\"" + "x".repeat(70_000) + "\""), 413, "body_too_large");
        badQueries(stage);
        refused(stage.plugin().withKey("sk_test_nobody").events(""), 401, "unknown_api_key");
        Answer none = stage.plugin().paymentsOf(order).expect(200);
        Expect.that(!none.text().contains("pay_"), "no payment was made: " + none.text());
        // The same request without a mistake is accepted: each refusal above had its own reason.
        stage.plugin().ask(good).expect(201);
    }

    /// What a page sends is not believed, not shown again, and answered in words, once.
    private static void refusedInTheShop(Stage stage, String asset) {
        String order = stage.shop().order(Sale.BOOK, 1);
        String page = stage.shop().press(order, asset).text();
        Expect.that(page.contains("The store does not accept this asset"), "the shopper is told why: " + page);
        Expect.that(!page.contains("<i>"), "nothing of it is shown: " + page);
        Expect.that(!stage.shop().page(order).text().contains("imtoken-refusal"), "it is said once");
    }

    private static void badQueries(Stage stage) {
        for (String query : List.of("?limit=0", "?after=zzz", "?orderref=1", "?status=paid", "?limit=1&limit=2")) {
            refused(stage.plugin().see("payments" + query), 400, "malformed_request");
        }
        for (String path : List.of("we_other/deliveries", "%27/deliveries", "we_demo%20/deliveries")) {
            refused(stage.plugin().see("webhook-endpoints/" + path), 404, "endpoint_not_found");
        }
        String redeliver = "webhook-endpoints/we_demo/deliveries/%s/redeliver";
        for (String event : List.of("evt_none", "pay_1", "evt_%27", "evt_" + "x".repeat(2_000))) {
            refused(stage.plugin().act(redeliver.formatted(event)), 404, "delivery_not_found");
        }
        refused(stage.plugin().see("rates?asset=eth"), 400, "malformed_request");
        refused(stage.plugin().see("payments?orderRef=%00"), 400, "malformed_request");
        refused(stage.plugin().events("?limit=0"), 400, "malformed_request");
        refused(stage.plugin().events("?limit=1e3"), 400, "malformed_request");
        refused(stage.plugin().events("?after=zzz"), 410, "unknown_cursor");
    }

    private static String request(Stage stage, String order, Bad bad) {
        Map<String, Object> fields = new java.util.LinkedHashMap<>(Map.of(
                "orderRef",
                order,
                "amount",
                "10.00",
                "currency",
                "USD",
                "asset",
                stage.devnet().eth()));
        fields.put(bad.field(), bad.value());
        return JsonMapper.shared().writeValueAsString(fields);
    }

    private static void refused(Answer answer, int status, String code) {
        answer.expect(status);
        Expect.same(
                "the code of " + answer.text(), code, answer.json().path("code").asString());
        Expect.that(answer.header("content-type").startsWith("application/problem+json"), "it is a problem document");
        Expect.that(!answer.text().contains("Exception"), "no exception is shown: " + answer.text());
    }
}
