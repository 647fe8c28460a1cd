package imtokenpay.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.outside.AdminScreens;
import imtokenpay.outside.Answer;
import imtokenpay.outside.Checkout;
import imtokenpay.outside.Plugin;
import imtokenpay.story.Stage;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Takes off prices, and looks into the books.
final class Accountant {
    private Accountant() {}

    static void campaign(Stage stage) {
        Plugin plugin = stage.server().plugin();
        AdminScreens admin = stage.server().admin();
        String rubbish = admin.campaignOf("<b>'\u202E");
        assertEquals(7, rubbish.split("<span class=\"error\">", -1).length - 1, rubbish);
        assertFalse(rubbish.contains("<b>"));
        String campaign = admin.firstOrders("5", "5.00");
        OpenApi document = new OpenApi(plugin.openApi());
        document.fits("get /payment-method", 200, plugin.paymentMethod());
        assertEquals(
                campaign,
                plugin.paymentMethod().json().at("/campaigns/0/campaign").asString());
        String body = "{\"orderRef\": \"welcome\", \"amount\": \"100.00\", \"currency\": \"USD\", \"asset\": \""
                + stage.devnet().eth() + "\", \"customerReference\": \"anna\"}";
        Answer first = plugin.ask(body, "welcome-1");
        document.fits("post /payments", 201, first);
        assertEquals("100.00", first.json().path("amount").asString());
        assertEquals("5.00", first.json().at("/discount/amount").asString());
        String page = new Checkout(URI.create(first.json().path("checkoutUrl").asString()))
                .html()
                .text()
                .replaceAll("<[^>]+>", "");
        assertTrue(page.contains("Price 100.00 USD") && page.contains("To pay 95.00 USD"), page);
        assertTrue(plugin.ask(body, "welcome-2").json().path("discount").isMissingNode(), "a first order is one order");
        plugin.cancel(first.json().path("id").asString()).expect(200);
        Answer again = plugin.ask(body, "welcome-3");
        assertEquals("5.00", again.json().at("/discount/amount").asString(), "it was given back");
        assertTrue(admin.endCampaign(campaign).contains("ended"));
        plugin.cancel(again.json().path("id").asString()).expect(200);
        assertTrue(plugin.ask(body, "welcome-4").json().path("discount").isMissingNode(), "it has ended");
    }

    static void reports(AdminScreens admin) {
        Answer payments = admin.report("payments", "2020-01-01", "2035-01-01");
        assertEquals("text/csv", payments.header("content-type").split(";")[0]);
        assertTrue(payments.header("content-disposition").startsWith("attachment; filename=\"imtoken-payments-2020"));
        List<String> lines = payments.text().lines().toList();
        assertTrue(lines.getFirst().startsWith("\uFEFFday,settled_at,store,order,payment,status"), payments.text());
        assertTrue(lines.stream().anyMatch(line -> line.contains("\"settled\",\"true\",\"USD\"")), payments.text());
        List<String> balance = admin.report("balance", "2020-01-01", "2035-01-01")
                .text()
                .lines()
                .toList();
        Map<String, BigInteger> differences = balance.stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(
                        cells -> cells[0],
                        cells -> new BigInteger(cells[3]).subtract(new BigInteger(cells[4])),
                        BigInteger::add));
        assertFalse(differences.isEmpty());
        differences.forEach((asset, difference) -> assertEquals(BigInteger.ZERO, difference, asset));
        String wrong = admin.report("days", "2035-01-01", "<b>'").text();
        assertEquals(2, wrong.split("<span class=\"error\">", -1).length, wrong);
        assertTrue(wrong.contains("must be a day such as"), wrong);
    }
}
