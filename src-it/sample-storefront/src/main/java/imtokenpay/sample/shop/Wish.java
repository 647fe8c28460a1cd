package imtokenpay.sample.shop;

/// What a customer asks for.
///
/// @param book its id
/// @param quantity 1 to 20
/// @param customer a name of at most 100 characters
public record Wish(int book, int quantity, String customer) {

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 100;

    public Wish {
        if (quantity < 1 || quantity > MOST) {
            throw new IllegalArgumentException("You can order 1 to " + MOST + " books.");
        }
        customer = customer.strip();
        if (customer.isEmpty() || customer.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("Please give your name.");
        }
    }
}
