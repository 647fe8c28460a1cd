package imtokenpay.adapter.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.factor.FactorRule;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredFactorTest {
    private static final String KEY = "imtoken.admin.second-factor";

    @Test
    void a_second_factor_is_optional_unless_it_is_required() {
        assertEquals(new FactorRule(false), rule(Map.of()));
        assertEquals(new FactorRule(false), rule(Map.of(KEY, "optional")));
        assertEquals(new FactorRule(true), rule(Map.of(KEY, "required")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "yes", "Required", "require"})
    void a_word_that_is_neither_ends_the_start(String value) {
        var complaint = assertThrows(IllegalArgumentException.class, () -> rule(Map.of(KEY, value)));
        assertTrue(complaint.getMessage().contains(KEY + " must be optional or required"), complaint.getMessage());
    }

    private static FactorRule rule(Map<String, String> keys) {
        return new Wiring().secondFactor(new Settings(new Keys(keys)));
    }
}
