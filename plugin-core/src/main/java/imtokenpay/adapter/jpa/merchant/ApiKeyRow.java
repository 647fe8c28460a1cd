package imtokenpay.adapter.jpa.merchant;

import imtokenpay.merchant.key.AddressRange;
import imtokenpay.merchant.key.Rights;
import imtokenpay.merchant.key.Scope;
import imtokenpay.merchant.key.StoreKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A key of a store. The hash is looked for and never read.
@Entity
@Table(name = "api_key")
class ApiKeyRow {
    @Id
    String id = "";

    @Column(name = "store_id")
    String storeId = "";

    String name = "";
    String sha256 = "";
    String scopes = "";
    String addresses = "";
    boolean test;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "last_used")
    @Nullable
    Instant lastUsed;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    static String words(Set<Scope> scopes) {
        return scopes.stream().map(Scope::word).sorted().collect(Collectors.joining(" "));
    }

    static String words(List<AddressRange> ranges) {
        return ranges.stream().map(AddressRange::toString).collect(Collectors.joining(" "));
    }

    StoreKey key() {
        // A scope that this version does not know opens nothing.
        var known = parts(scopes).flatMap(word -> Scope.of(word).stream()).collect(Collectors.toSet());
        var ranges = parts(addresses).map(AddressRange::parse).toList();
        var life = new StoreKey.Life(createdAt, Optional.ofNullable(lastUsed), Optional.ofNullable(revokedAt));
        return new StoreKey(id, storeId, name, new Rights(known, ranges, test), life);
    }

    private static Stream<String> parts(String text) {
        return Arrays.stream(text.split(" ")).filter(part -> !part.isEmpty());
    }
}
