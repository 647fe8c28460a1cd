package imtokenpay.admin.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import imtokenpay.flow.admin.EnterAdmin;
import imtokenpay.flow.factor.CheckCode;
import imtokenpay.flow.start.SetUpToken;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owners;
import imtokenpay.merchant.factor.Totp;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnerIdentitiesTest {
    private final OneOwner owners = new OneOwner();
    private final PlainHash hash = new PlainHash();
    private final OwnerIdentities identities = new OwnerIdentities(
            new EnterAdmin(owners, new SetUpToken(), deed -> {}),
            new Passwords(hash),
            new CheckCode(new OneFactor(), deed -> {}, () -> OneFactor.NOW, Silence.kept(() -> OneFactor.NOW)));

    @Test
    void the_right_password_makes_an_owner() {
        var result = validate("ann", "correct horse");
        assertEquals(Status.VALID, result.getStatus());
        assertEquals("ann", result.getCallerPrincipal().getName());
        assertEquals(Set.of("person"), result.getCallerGroups());
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
        assertEquals(CredentialValidationResult.INVALID_RESULT, validate("ann", "wrong"));
        assertEquals(CredentialValidationResult.INVALID_RESULT, validate("bob", "wrong"));
    }

    @Test
    void an_unknown_name_costs_one_hash_of_the_same_cost_too() {
        validate("bob", "wrong");
        assertEquals(1, hash.verified.size());
        var kept = hash.verified.getFirst().split(":");
        assertEquals("PBKDF2WithHmacSHA256", kept[0]);
        assertEquals("600000", kept[1]);
        assertEquals(32, java.util.Base64.getDecoder().decode(kept[2]).length);
        assertEquals(32, java.util.Base64.getDecoder().decode(kept[3]).length);
    }

    @Test
    void nobody_gets_in_with_the_hash_that_stands_for_nobody() {
        hash.yes = true;
        assertEquals(CredentialValidationResult.INVALID_RESULT, validate("bob", "anything"));
    }

    @Test
    void who_has_a_second_factor_needs_it_and_gets_the_same_answer_whatever_was_wrong() {
        var code = Totp.code(OneFactor.SECRET, Totp.step(OneFactor.NOW));
        assertEquals(CredentialValidationResult.INVALID_RESULT, validate("tom", "correct horse"));
        assertEquals(CredentialValidationResult.INVALID_RESULT, validate("tom", "correct horse", ""));
        assertEquals(CredentialValidationResult.INVALID_RESULT, validate("tom", "correct horse", "000000"));
        assertEquals(CredentialValidationResult.INVALID_RESULT, validate("tom", "wrong", code));
        assertEquals(Status.VALID, validate("tom", "correct horse", code).getStatus());
        assertEquals(CredentialValidationResult.INVALID_RESULT, validate("tom", "correct horse", code));
    }

    @Test
    void another_kind_of_credential_is_not_ours_to_judge() {
        assertEquals(
                CredentialValidationResult.NOT_VALIDATED_RESULT, identities.validate(new CallerOnlyCredential("ann")));
    }

    @Test
    void the_cost_is_set_explicitly() {
        assertEquals("600000", hash.parameters.get("Pbkdf2PasswordHash.Iterations"));
        assertEquals("PBKDF2WithHmacSHA256", hash.parameters.get("Pbkdf2PasswordHash.Algorithm"));
        assertEquals("32", hash.parameters.get("Pbkdf2PasswordHash.SaltSizeBytes"));
        assertEquals("32", hash.parameters.get("Pbkdf2PasswordHash.KeySizeBytes"));
        assertNotEquals("correct horse", new Passwords(hash).hash("correct horse"));
    }

    private CredentialValidationResult validate(String name, String password) {
        return identities.validate(new UsernamePasswordCredential(name, password));
    }

    private CredentialValidationResult validate(String name, String password, String code) {
        return identities.validate(new CodedCredential(name, password, code));
    }

    private static final class OneOwner implements Owners {
        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public Optional<Owner> byName(String name) {
            return Optional.of(new Owner(name, "kept:correct horse")).filter(owner -> !name.equals("bob"));
        }

        @Override
        public List<Owner> all() {
            throw new AssertionError("nobody asks for all here");
        }

        @Override
        public boolean add(Owner owner) {
            throw new AssertionError("nobody is added here");
        }

        @Override
        public void replace(Owner owner) {
            throw new AssertionError("nobody changes here");
        }

        @Override
        public void assign(String name, Owner.Role role) {
            throw new AssertionError("nobody is given a role here");
        }

        @Override
        public Optional<Instant> since(String name) {
            throw new AssertionError("nobody asks since when here");
        }

        @Override
        public boolean wasOne(String name, Instant then) {
            throw new AssertionError("nobody asks since when here");
        }

        @Override
        public boolean remove(String name) {
            throw new AssertionError("nobody is removed here");
        }
    }

    /// Hashes by writing "kept:" before the password, and remembers what it was asked.
    private static final class PlainHash implements Pbkdf2PasswordHash {
        private final Map<String, String> parameters = new HashMap<>();
        private final List<String> verified = new ArrayList<>();
        private boolean yes;

        @Override
        public void initialize(Map<String, String> given) {
            parameters.putAll(given);
        }

        @Override
        public String generate(char[] password) {
            return "kept:" + new String(password);
        }

        @Override
        public boolean verify(char[] password, String kept) {
            verified.add(kept);
            return yes || kept.equals(generate(password));
        }
    }
}
