package imtokenpay.sample.shop;

/// Where an order stands.
public enum OrderStatus {
    NEW("waiting for payment"),
    PAID("paid, on its way to you"),
    CANCELLED("cancelled");

    private final String words;

    OrderStatus(String words) {
        this.words = words;
    }

    /// For the page.
    public String words() {
        return words;
    }
}
