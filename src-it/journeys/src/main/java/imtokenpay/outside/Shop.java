package imtokenpay.outside;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sample storefront, asked through its pages and its JSON doors.
public final class Shop {
    private final URI base;
    private final Browser browser = new Browser();

    /// `base` is the shop's address without a slash at its end.
    public Shop(URI base) {
        this.base = base;
    }

    public URI base() {
        return base;
    }

    /// Whether the shop answers.
    public boolean open() {
        try {
            return browser.see(door("books/1")).status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /// Orders one book and returns the order's name.
    public String order(int book, int quantity) {
        String wish = JsonMapper.shared().writeValueAsString(Map.of("book", book, "quantity", quantity));
        Answer answer = browser.post(door("orders"), wish, Map.of());
        if (answer.status() != 200) {
            answer.expect(201);
        }
        return answer.json().path("ref").asString();
    }

    /// A listener in the shop will fail once when this order is paid.
    public void stumbleAt(String order) {
        browser.post(door("orders/" + order + "/stumble"), "{}", Map.of()).expect(204);
    }

    /// The order's page, as the shopper sees it.
    public Answer page(String order) {
        return browser.see(address(order)).expect(200);
    }

    /// Chooses an asset on the order's page, presses "pay with imToken" and returns the address of the checkout
    /// page.
    public URI pay(String order, String asset) {
        Answer checkout = press(order, asset);
        if (checkout.uri().equals(address(order))) {
            throw new AssertionError("the order's page came back: " + checkout.text());
        }
        return checkout.uri();
    }

    /// Does the same and returns whatever page comes.
    public Answer press(String order, String asset) {
        return Form.on(page(order), "imtoken-asset")
                .fill("imtoken-asset", asset)
                .press(browser, "start")
                .expect(200);
    }

    /// Presses "cancel the order" on the order's page and returns whatever page comes.
    public Answer cancel(String order) {
        return Form.on(page(order), "id=\"give-up\"").press(browser, "cancel").expect(200);
    }

    /// Where the order's page is.
    public URI address(String order) {
        return URI.create(base + "/order?ref=" + order);
    }

    public String statusOf(String order) {
        return orderJson(order).path("status").asString();
    }

    /// What the shop noted down about an order, or nothing.
    public String noteOn(String order) {
        return orderJson(order).path("note").asString("");
    }

    public int stockOf(int book) {
        return browser.see(door("books/" + book))
                .expect(200)
                .json()
                .path("stock")
                .asInt();
    }

    public void awaitStatus(String order, String status, Duration limit) {
        Await.value("order " + order + " is " + status, limit, () -> {
            String now = statusOf(order);
            return now.equals(status) ? Optional.of(now) : Optional.empty();
        });
    }

    private JsonNode orderJson(String order) {
        return browser.see(door("orders/" + order)).expect(200).json();
    }

    private URI door(String path) {
        return URI.create(base + "/api/" + path);
    }
}
