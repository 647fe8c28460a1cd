package imtokenpay.checkout.qr;

import java.util.random.RandomGenerator;

/// Texts as payments have them.
final class Forms {
    private static final String RECEIVER = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
    private static final String TOKEN = "0xdAC17F958D2ee523a2206206994597C13D831ec7";

    private Forms() {}

    /// imToken's form of a token payment, 137 characters or some more or less.
    static String token(RandomGenerator random) {
        return "ethereum:" + RECEIVER + "@" + random.nextInt(1, 100_000) + "?contractAddress=" + TOKEN
                + "&decimal=6&value=" + random.nextLong(1, 1_000_000_000_000L);
    }

    /// One of the forms, with other digits each time.
    static String any(RandomGenerator random) {
        var units = random.nextLong(1, Long.MAX_VALUE);
        return switch (random.nextInt(6)) {
            case 0 -> RECEIVER.substring(0, 12) + "%030x".formatted(units);
            case 1 -> "ethereum:" + RECEIVER + "@" + random.nextInt(1, 100_000) + "?decimal=18&value=" + units;
            case 2 -> "ethereum:" + TOKEN + "@1/transfer?address=" + RECEIVER + "&uint256=" + units;
            case 3 -> "bitcoin:bc1q05ec6z8df2vlzkxjxfd2xr3veypzm93wqnazr2?amount=0." + units % 100_000_000;
            case 4 -> "TY2uroBeZ5trA9QT96aEWj" + Long.toString(units, Character.MAX_RADIX);
            default -> token(random);
        };
    }
}
