package imtokenpay.adapter.wiring;

import imtokenpay.adapter.http.AddressGuard;
import imtokenpay.merchant.ApiKey;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import imtokenpay.webhook.Signature;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookEndpoints;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The stores as configured: `imtoken.stores` lists their ids, `imtoken.store.ID.*` says the rest.
public final class ConfiguredStores implements Stores, WebhookEndpoints {
    private record Entry(Store store, Optional<ApiKey> key, Optional<WebhookEndpoint> endpoint) {}

    private final List<Entry> entries = new ArrayList<>();

    public ConfiguredStores(Settings settings, AddressGuard guard) {
        for (var id : settings.names("imtoken.stores")) {
            if (!id.matches("[a-z0-9-]{1,40}")) {
                throw Settings.wrong("imtoken.stores", "may hold only a-z, 0-9 and - in '" + id + "'");
            }
            var prefix = "imtoken.store." + id + ".";
            entries.add(entry(settings, id, endpoint(settings, guard, id, prefix), prefix));
        }
    }

    @Override
    public List<Store> all() {
        return entries.stream().map(Entry::store).toList();
    }

    @Override
    public Optional<Store> byApiKey(ApiKey key) {
        // Every key is compared, so that the time tells nothing of which store is meant.
        return entries.stream()
                .filter(entry -> entry.key().filter(own -> own.matches(key)).isPresent())
                .map(Entry::store)
                .reduce((first, second) -> first);
    }

    @Override
    public Optional<Store> byId(String id) {
        return entries.stream()
                .map(Entry::store)
                .filter(store -> store.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<WebhookEndpoint> ofStore(String storeId) {
        return entries.stream()
                .filter(entry -> entry.store().id().equals(storeId))
                .findFirst()
                .flatMap(Entry::endpoint);
    }

    private static Entry entry(Settings settings, String id, Optional<WebhookEndpoint> endpoint, String prefix) {
        // Without one, only keys that were made on the admin's page are good for it.
        var key = settings.optional(prefix + "api-key");
        if (key.isPresent() && !ApiKey.isStrong(key.get())) {
            throw Settings.wrong(
                    prefix + "api-key",
                    "is too short: use at least 24 random characters, such as openssl rand -hex 32");
        }
        var origins = settings.list(prefix + "return-origins").stream()
                .map(origin -> settings.parsed(
                        prefix + "return-origins",
                        origin,
                        ConfiguredStores::origin,
                        "must list origins such as https://shop.example, without an @ before the host"))
                .collect(Collectors.toSet());
        var store = new Store(id, settings.text(prefix + "name"), origins, zone(settings, prefix));
        return new Entry(store, key.map(ApiKey::of), endpoint);
    }

    private static URI origin(String text) {
        var origin = URI.create(text);
        if (origin.getScheme() == null || origin.getHost() == null || origin.getRawUserInfo() != null) {
            throw new IllegalArgumentException(text);
        }
        return origin;
    }

    // Only names of the IANA time zone database: an offset knows no summer.
    private static ZoneId zone(Settings settings, String prefix) {
        var key = prefix + "time-zone";
        return settings.optional(key)
                .map(text -> {
                    if (!ZoneId.getAvailableZoneIds().contains(text)) {
                        throw Settings.wrong(
                                key,
                                "must be a time zone such as Europe/Zurich, Asia/Singapore or UTC, not '" + text + "'");
                    }
                    // All names of UTC are one.
                    return ZoneId.of(text).normalized();
                })
                .orElse(ZoneOffset.UTC);
    }

    private static Optional<WebhookEndpoint> endpoint(Settings settings, AddressGuard guard, String id, String prefix) {
        if (settings.optional(prefix + "webhook-url").isEmpty()) {
            return Optional.empty();
        }
        var address = settings.address(prefix + "webhook-url");
        if (address.getRawUserInfo() != null) {
            throw Settings.wrong(prefix + "webhook-url", "must not hold a name or password: calls are signed instead");
        }
        if (guard.refuses(address.getHost())) {
            throw Settings.wrong(
                    prefix + "webhook-url",
                    "is not a public address. If the store is there, set imtoken.webhook.allow=" + address.getHost());
        }
        var secrets = settings.text(prefix + "webhook-secret").split("\\s+");
        try {
            return Optional.of(new WebhookEndpoint(
                    id,
                    address,
                    Arrays.stream(secrets).map(Signature.Secret::parse).toList()));
        } catch (IllegalArgumentException weak) {
            throw Settings.wrong(prefix + "webhook-secret", "cannot be used: " + weak.getMessage());
        }
    }
}
