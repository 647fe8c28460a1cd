package imtokenpay.story;

import imtokenpay.outside.Plugin;
import imtokenpay.outside.Shop;

/// Everything a scene plays with.
public record Stage(Server server, Devnet devnet, Figures figures) {
    Shop shop() {
        return server.shop();
    }

    Plugin plugin() {
        return server.plugin();
    }
}
