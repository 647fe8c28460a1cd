package imtokenpay.bench.report;

/// Somebody was quick but wrong: no figure of this run counts.
public final class WrongCount extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongCount(String message) {
        super(message);
    }
}
