package imtokenpay.story;

import imtokenpay.outside.Plugin;
import imtokenpay.outside.Shop;
import java.util.List;
import java.util.regex.Pattern;

/// Everything a scene plays with.
public record Stage(Server server, Devnet devnet, Figures figures) {
    private static final int LATELY = 40;
    private static final Pattern THREAD = Pattern.compile(" \\[tid: .*?\\[levelValue: \\d+]");

    Shop shop() {
        return server.shop();
    }

    Plugin plugin() {
        return server.plugin();
    }

    /// What plugin and shop logged last.
    String lately() {
        List<String> ours = server.log().stream()
                .filter(line -> line.contains("[imtokenpay."))
                .map(line -> THREAD.matcher(line).replaceAll(""))
                .toList();
        return String.join("\n", ours.subList(Math.max(0, ours.size() - LATELY), ours.size()));
    }
}
