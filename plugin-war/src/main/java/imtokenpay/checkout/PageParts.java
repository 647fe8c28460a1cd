package imtokenpay.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/// The style and script that stand in the checkout page itself, and the policy that allows just these: their
/// hashes are in the header, so nothing else can run, and the page needs no second request.
@ApplicationScoped
public class PageParts {
    private final String style = resource("checkout.css");
    private final String script = resource("checkout.js");
    private final Optional<URI> devWallet;

    /// For the container's proxy only.
    protected PageParts() {
        this.devWallet = Optional.empty();
    }

    @Inject
    PageParts(DevWalletLink link) {
        this.devWallet = link.address();
    }

    /// The page's style sheet.
    public String style() {
        return style;
    }

    /// The page's script; the page works without it.
    public String script() {
        return script;
    }

    /// Where the demo's wallet is told to pay; empty except in a demo.
    public Optional<URI> devWallet() {
        return devWallet;
    }

    /// The Content-Security-Policy of the checkout page.
    public String policy() {
        var forms = devWallet
                .map(link -> " " + link.getScheme() + "://" + link.getAuthority())
                .orElse("");
        return "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; connect-src 'self'; img-src 'self' data:; form-action 'self'" + forms
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String resource(String name) {
        try (var stream = PageParts.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the WAR lacks " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
