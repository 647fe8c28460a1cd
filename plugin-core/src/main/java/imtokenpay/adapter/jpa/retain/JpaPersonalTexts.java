package imtokenpay.adapter.jpa.retain;

import imtokenpay.flow.retain.PersonalTexts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Texts in rows, and in the bodies of events. Each event is signed when it is sent, so a body can lose them.
@Dependent
public class JpaPersonalTexts implements PersonalTexts {
    private static final String SOME = "select p.id, p.client_reference from payment p where p.id > ?1"
            + " and p.status in ('settled', 'expired', 'cancelled', 'closed') and p.updated_at < ?2"
            + " and (p.description <> '' or p.return_url <> '' or p.client_reference <> ''"
            + " or p.customer_reference <> '') order by p.id";

    private final EntityManager entities;

    @Inject
    public JpaPersonalTexts(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<String> remove(Instant unchangedSince, String after, int count) {
        List<?> rows = entities.createNativeQuery(SOME)
                .setParameter(1, after)
                .setParameter(2, unchangedSince)
                .setMaxResults(count)
                .getResultList();
        rows.stream().map(Object[].class::cast).forEach(row -> remove((String) row[0], (String) row[1]));
        return rows.isEmpty() ? Optional.empty() : Optional.of((String) ((Object[]) rows.getLast())[0]);
    }

    private void remove(String id, String clientReference) {
        // With its version, so that whoever holds the payment from before cannot write the texts back.
        entities.createNativeQuery("update payment set description = '', return_url = '', client_reference = '',"
                        + " customer_reference = '', version = version + 1 where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
        if (!clientReference.isEmpty()) {
            entities.createNativeQuery("update webhook_event set body = replace(body, ?2, ?3) where payment_id = ?1")
                    .setParameter(1, id)
                    .setParameter(2, field(clientReference))
                    .setParameter(3, field(""))
                    .executeUpdate();
        }
    }

    // Just as it was written into the body.
    private static String field(String reference) {
        return "\"clientReference\":" + Json.createValue(reference);
    }
}
