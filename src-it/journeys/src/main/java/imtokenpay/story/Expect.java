package imtokenpay.story;

/// What a scene insists on.
final class Expect {
    private Expect() {}

    static void that(boolean holds, String sentence) {
        if (!holds) {
            throw new AssertionError("not so: " + sentence);
        }
    }

    static void same(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + " is " + actual + ", expected " + expected);
        }
    }
}
