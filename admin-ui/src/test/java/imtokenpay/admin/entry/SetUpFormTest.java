package imtokenpay.admin.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetUpFormTest {
    private static final String GOOD = "correct horse";

    @Test
    void twelve_characters_typed_twice_are_enough() {
        assertEquals(Optional.empty(), SetUpForm.mistake("ann", "x".repeat(12), "x".repeat(12)));
    }

    @Test
    void a_password_has_12_to_128_characters() {
        assertTrue(says("x".repeat(11)).contains("12 to 128"));
        assertTrue(says("x".repeat(129)).contains("12 to 128"));
        assertEquals("", says("x".repeat(128)));
    }

    @Test
    void two_passwords_that_differ_are_told() {
        assertTrue(SetUpForm.mistake("ann", GOOD, "Correct horse").orElseThrow().contains("differ"));
    }

    @Test
    void a_name_has_1_to_64_characters_and_no_line_break() {
        assertTrue(SetUpForm.mistake("", GOOD, GOOD).isPresent());
        assertTrue(SetUpForm.mistake("a".repeat(65), GOOD, GOOD).isPresent());
        assertTrue(SetUpForm.mistake("ann\nowner", GOOD, GOOD).isPresent());
        assertEquals(Optional.empty(), SetUpForm.mistake("a".repeat(64), GOOD, GOOD));
    }

    private static String says(String password) {
        return SetUpForm.mistake("ann", password, password).orElse("");
    }
}
