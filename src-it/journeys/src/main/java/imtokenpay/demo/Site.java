package imtokenpay.demo;

import imtokenpay.outside.AdminScreens;
import imtokenpay.outside.Plugin;
import imtokenpay.outside.Shop;
import imtokenpay.outside.Wire;
import imtokenpay.server.Boot;
import imtokenpay.server.ServerLog;
import imtokenpay.story.Devnet;
import imtokenpay.story.Server;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Plugin and shop at one address with their settings, whoever starts the server that they run in.
public abstract class Site implements Server, AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("one-time set-up token: (\\S+)");

    private final Boot boot;
    private final Shop shop;
    private final Plugin plugin;
    private final Plugin quietPlugin;
    private final AdminScreens admin;
    private final ServerLog log;
    private final int assets;
    private final Wire webhooks;

    /// @param log where the server writes what it does
    protected Site(Plan plan, Devnet devnet, ServerLog log) {
        this.log = log;
        URI base = URI.create("http://127.0.0.1:" + plan.port());
        Keys keys = Keys.fresh();
        this.webhooks = new Wire(URI.create(base + "/shop"));
        Settings settings = new Settings(base, webhooks.end(), plan.home(), keys)
                .chain(devnet)
                .window(plan.window())
                .devWallet(devnet.payPage())
                .more(plan.more());
        plan.place().postgres().ifPresent(settings::postgres);
        Keys quiet = Keys.fresh();
        if (plan.blockTime().isEmpty()) {
            settings.quietStore(quiet.apiKey());
        }
        if (plan.monitoring().isPresent()) {
            settings.metrics().secrets();
        }
        this.assets = settings.values().get("imtoken.assets").split(",").length;
        this.boot = new Boot(plan.home(), plan.port(), settings.values(), plan.monitoring());
        this.shop = new Shop(URI.create(base + "/shop"));
        this.plugin = new Plugin(URI.create(base + "/imtoken"), keys.apiKey());
        this.quietPlugin = plugin.withKey(quiet.apiKey());
        this.admin = new AdminScreens(plugin.base(), () -> token(log));
    }

    /// How it is started.
    public final Boot boot() {
        return boot;
    }

    /// Whether both applications are open and the plugin reads its chain.
    protected final boolean ready() {
        return shop.open() && plugin.offers(assets);
    }

    /// The token that the first visitor of the admin screens needs.
    public final String setUpToken() {
        return token(log);
    }

    private static String token(ServerLog log) {
        return log.last(TOKEN).orElse("(not found in " + log.file() + ")");
    }

    /// All that nobody but plugin and shop may know.
    public final List<String> secrets() {
        return Stream.concat(
                        Stream.of(Settings.SECRET),
                        boot.settings().entrySet().stream()
                                .filter(entry -> entry.getKey().matches(".*\\.(api-key|webhook-secret)"))
                                .map(Map.Entry::getValue))
                .toList();
    }

    @Override
    public final Shop shop() {
        return shop;
    }

    @Override
    public final Plugin plugin() {
        return plugin;
    }

    /// The plugin as a second store calls it, which hears of nothing by itself. Only where the scenes
    /// mine.
    public final Plugin quietPlugin() {
        return quietPlugin;
    }

    @Override
    public final AdminScreens admin() {
        return admin;
    }

    @Override
    public final Wire webhooks() {
        return webhooks;
    }

    @Override
    public void close() {
        webhooks.close();
    }

    @Override
    public final List<String> log() {
        return log.lines();
    }
}
