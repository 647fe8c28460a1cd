package imtokenpay.adapter.rates;

import imtokenpay.adapter.evm.rpc.Fetch;
import imtokenpay.quote.live.SourceFailed;
import imtokenpay.quote.live.SourceFailed.Reason;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// One question to somebody who tells prices over HTTP, asked again and again.
final class Vendor implements AutoCloseable {
    /// How long an answer may be: a hundred assets take a tenth of it.
    static final int BODY_BYTES_MAX = 256 * 1024;

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Fetch fetch;

    /// @param headers what the question carries beside; may hold a key, so they are never printed
    Vendor(URI question, Map<String, String> headers) {
        fetch = new Fetch(question, headers, BODY_BYTES_MAX);
    }

    /// A question at a vendor's address, whether that ends in a slash or not.
    static URI question(URI base, String path) {
        var text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }

    /// The answer.
    ///
    /// @throws SourceFailed if there is none
    Map<String, String> answer() {
        try {
            var fetched = fetch.read();
            if (fetched.status() != OK) {
                throw new SourceFailed(
                        Reason.REFUSED, "it answers HTTP " + fetched.status() + advice(fetched.status()));
            }
            return FlatJson.read(fetched.body());
        } catch (Fetch.TooLong tooLong) {
            throw new SourceFailed(Reason.TOO_LONG, "its answer is longer than " + BODY_BYTES_MAX + " bytes", tooLong);
        } catch (IOException unreachable) {
            throw new SourceFailed(
                    Reason.UNREACHABLE, "it cannot be reached: " + unreachable.getMessage(), unreachable);
        }
    }

    /// What stands there in an answer.
    ///
    /// @throws SourceFailed if nothing does
    static String at(Map<String, String> answer, String path) {
        return Optional.ofNullable(answer.get(path))
                .orElseThrow(() -> new SourceFailed(Reason.MISSING, "it says nothing of " + path));
    }

    @Override
    public void close() {
        fetch.close();
    }

    private static String advice(int status) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> ": it does not let us in. Look at its key and address in the configuration";
            case TOO_MANY_REQUESTS -> ": it is asked too often. Set imtoken.rates.refresh-seconds higher";
            default -> "";
        };
    }
}
