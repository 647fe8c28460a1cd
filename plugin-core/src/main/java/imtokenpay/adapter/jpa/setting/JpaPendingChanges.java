package imtokenpay.adapter.jpa.setting;

import imtokenpay.merchant.setting.PendingChanges;
import imtokenpay.merchant.setting.Vault;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Changes that wait, as rows. What changes in settings is sealed under who asks for it, when, and for
/// when: nobody who can write to the database has one take effect sooner, or another one in its place.
@Dependent
public class JpaPendingChanges implements PendingChanges {
    private final EntityManager entities;
    private final Vault vault;

    @Inject
    public JpaPendingChanges(EntityManager entities, Vault vault) {
        this.entities = entities;
        this.vault = vault;
    }

    @Override
    public List<Pending> all() {
        return entities.createQuery("select p from PendingRow p order by p.askedAt, p.subject", PendingRow.class)
                .getResultStream()
                .map(this::pending)
                .toList();
    }

    @Override
    public Optional<Pending> of(String subject) {
        return entities.createQuery("select p from PendingRow p where p.subject = ?1", PendingRow.class)
                .setParameter(1, subject)
                .getResultStream()
                .map(this::pending)
                .findFirst();
    }

    @Override
    public List<Pending> untold() {
        return entities.createQuery(
                        "select p from PendingRow p where p.told = false order by p.askedAt, p.subject",
                        PendingRow.class)
                .getResultStream()
                .map(this::pending)
                .toList();
    }

    @Override
    public void told(Key key) {
        entities.createQuery("update PendingRow p set p.told = true where p.subject = ?1 and p.askedAt = ?2")
                .setParameter(1, key.subject())
                .setParameter(2, key.askedAt())
                .executeUpdate();
    }

    @Override
    public void add(Pending pending) {
        var row = new PendingRow();
        row.subject = pending.key().subject();
        row.askedBy = pending.by();
        row.askedAt = pending.key().askedAt();
        row.due = pending.due();
        var texts = pending.texts().orElseThrow();
        if (pending.key().person().isPresent()) {
            row.wish = texts.get(Pending.WISH);
        } else {
            row.sealed = vault.seal(row.sealedAs(), written(texts));
        }
        entities.persist(row);
        entities.flush();
    }

    @Override
    public void remove(String subject) {
        entities.createQuery("delete from PendingRow p where p.subject = ?1")
                .setParameter(1, subject)
                .executeUpdate();
    }

    private Pending pending(PendingRow row) {
        var key = new Key(row.subject, row.askedAt);
        var texts = key.person().isPresent()
                ? Optional.ofNullable(row.wish).map(wish -> Map.of(Pending.WISH, wish))
                : opened(row);
        return new Pending(key, row.askedBy, row.due, texts);
    }

    private Optional<Map<String, String>> opened(PendingRow row) {
        try {
            return Optional.of(read(vault.open(row.sealedAs(), row.sealed)));
        } catch (IllegalStateException otherKeyOrTampered) {
            return Optional.empty();
        }
    }

    private static String written(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> coded(entry.getKey()) + "=" + coded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> read(String written) {
        return Arrays.stream(written.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
