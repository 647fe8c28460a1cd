package imtokenpay.screen;

import imtokenpay.server.Built;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Others' programs that judge a page from within it, or a code beside it. `./check` fetches them by npm.
final class Judge {
    private static final Path MODULES = Built.here().root().resolve("src-it/journeys/node_modules");

    private static final String AXE = """
            const done = arguments[arguments.length - 1];
            const place = (node) => node.target + ' ' + node.failureSummary;
            axe.run(document).then((found) => done(found.violations.map((one) =>
              one.id + ': ' + one.help + ' at ' + one.nodes.map(place).join(', '))));
            """;

    private static final String READ = """
            const done = arguments[arguments.length - 1];
            const image = new Image();
            image.onload = () => {
              const canvas = document.createElement('canvas');
              canvas.width = image.width;
              canvas.height = image.height;
              const pen = canvas.getContext('2d');
              pen.drawImage(image, 0, 0);
              const code = jsQR(pen.getImageData(0, 0, image.width, image.height).data, image.width, image.height);
              done(code ? code.data : 'no code');
            };
            image.onerror = () => done('no image');
            image.src = arguments[0];
            """;

    private Judge() {}

    /// What axe-core finds that keeps people from using the page.
    static List<?> barriers(Window window) {
        window.run(script("axe-core/axe.min.js"));
        return (List<?>) window.runAsync(AXE);
    }

    /// What jsQR reads in a picture of the page's own site.
    static String read(Window window, String picture) {
        window.run(script("jsqr/dist/jsQR.js"));
        return String.valueOf(window.runAsync(READ, picture));
    }

    /// What a wallet that knows EIP-681 makes of a code's text, by MetaMask's own parser.
    static JsonNode asEip681(String text) {
        Path script = MODULES.resolveSibling("src/test/js/eip681.mjs");
        try {
            Process node = new ProcessBuilder("node", script.toString(), text)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new JsonMapper().readTree(said);
        } catch (IOException missing) {
            throw new UncheckedIOException("node is missing: it comes with npm", missing);
        }
    }

    private static String script(String name) {
        try {
            return Files.readString(MODULES.resolve(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(name + " is missing: ./check fetches it by npm", missing);
        }
    }
}
