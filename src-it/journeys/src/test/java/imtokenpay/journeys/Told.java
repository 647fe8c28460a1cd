package imtokenpay.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.outside.Await;
import imtokenpay.outside.Plugin;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the shop was told of each payment, beside what stands in the feed.
final class Told {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final JsonMapper JSON = JsonMapper.shared();

    // What an event says, by the event's name; and every attempt.
    private final Map<String, String> heard = new ConcurrentHashMap<>();
    private final Queue<String> attempts = new ConcurrentLinkedQueue<>();

    /// Hears one call of a webhook.
    void hear(String body) {
        JsonNode event = JSON.readTree(body);
        String id = event.path("id").asString();
        String said = said(event);
        attempts.add(id);
        String before = heard.putIfAbsent(id, said);
        assertTrue(before == null || before.equals(said), "one event says two things: " + id);
    }

    /// Every event of the feed is heard, none is heard that is not there, and none is there under two names.
    void check(Plugin plugin, Shoppers shoppers) {
        tellAgain(plugin);
        Await.until(
                "every event is heard",
                PATIENCE,
                () -> heard.keySet().equals(feed(plugin).keySet()));
        Map<String, String> feed = feed(plugin);
        Set<String> ours = shoppers.all().stream().map(Shoppers.Order::payment).collect(Collectors.toSet());
        assertEquals(feed.size(), Set.copyOf(feed.values()).size(), "one thing is told under two names");
        Set<String> settled = feed.values().stream()
                .filter(said -> said.startsWith("payment.settled"))
                .map(said -> said.split(" ")[1])
                .filter(ours::contains)
                .collect(Collectors.toSet());
        assertEquals(
                shoppers.paid().stream().map(Shoppers.Order::payment).collect(Collectors.toSet()),
                settled,
                "paid and told so");
    }

    // What failed again and again while the server was killed may be told hours later; a person at the desk would not
    // wait for that either.
    private void tellAgain(Plugin plugin) {
        String endpoint = plugin.see("webhook-endpoints")
                .expect(200)
                .json()
                .at("/endpoints/0/id")
                .asString();
        feed(plugin).keySet().stream()
                .filter(id -> !heard.containsKey(id))
                .forEach(id -> plugin.act("webhook-endpoints/" + endpoint + "/deliveries/" + id + "/redeliver"));
    }

    private static Map<String, String> feed(Plugin plugin) {
        Map<String, String> events = new TreeMap<>();
        String query = "?limit=100";
        while (true) {
            JsonNode page = plugin.events(query).expect(200).json();
            page.path("events").forEach(event -> events.put(event.path("id").asString(), said(event)));
            if (!page.path("hasMore").asBoolean()) {
                return events;
            }
            query = "?limit=100&after=" + page.path("cursor").asString();
        }
    }

    private static String said(JsonNode event) {
        JsonNode payment = event.path("data");
        return event.path("type").asString() + " " + payment.path("id").asString() + " " + payment.path("sequence");
    }

    @Override
    public String toString() {
        return "events " + heard.size() + ", told " + attempts.size() + " times";
    }
}
