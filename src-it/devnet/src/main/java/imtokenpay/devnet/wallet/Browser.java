package imtokenpay.devnet.wallet;

import imtokenpay.devnet.wallet.WalletRefusal.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Opens pages on this machine and nowhere else, so that the wallet's door cannot be used to reach other places.
final class Browser {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private Browser() {}

    /// The address in a text, if it is a plain one on this machine.
    static Optional<URI> local(String text) {
        try {
            URI uri = URI.create(text);
            boolean local = "http".equals(uri.getScheme())
                    && uri.getHost() != null
                    && LOOPBACK.contains(uri.getHost())
                    && uri.getUserInfo() == null;
            return local ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static CheckoutPage open(URI address) throws WalletRefusal {
        URI page = local(address.toString())
                .orElseThrow(() -> new WalletRefusal(
                        Reason.NO_PAGE, "This wallet opens http pages on this computer only, not " + address));
        HttpRequest request = HttpRequest.newBuilder(page)
                .timeout(LIMIT)
                .header("Accept", "text/html")
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new WalletRefusal(
                        Reason.NO_PAGE, "The page " + page + " answered with status " + answer.statusCode() + ".");
            }
            return new CheckoutPage(answer.body());
        } catch (IOException e) {
            throw new WalletRefusal(Reason.NO_PAGE, "The page " + page + " cannot be opened.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WalletRefusal(Reason.NO_PAGE, "Opening the page " + page + " was interrupted.");
        }
    }
}
