package imtokenpay.demo;

import java.util.List;
import java.util.Optional;

/// What the caller of `./demo` asked for. (`./demo` itself knows `--help` and refuses what nobody knows.)
public record Wishes(boolean story, boolean keep, boolean paper, Optional<Integer> port) {

    static Wishes of(List<String> options) {
        boolean story = options.contains("--story");
        boolean keep = options.contains("--keep");
        boolean paper = options.contains("--paper");
        int port = options.indexOf("--port");
        return new Wishes(
                story, keep, paper, port < 0 ? Optional.empty() : Optional.of(Integer.valueOf(options.get(port + 1))));
    }
}
