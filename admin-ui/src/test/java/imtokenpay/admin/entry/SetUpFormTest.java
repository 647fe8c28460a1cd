package imtokenpay.admin.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ben\u200b",
                "ali\u0307",
                "\u0130nci",
                "b\u0435n",
                "be\u0301n",
                "ben\u00a0b",
                "b  n",
                "\u202eneb",
                "\ud83d\ude00",
                "ann, an owner"
            })
    void a_name_is_not_taken_for_another_one_or_for_a_sentence(String name) {
        assertTrue(SetUpForm.mistake(name, GOOD, GOOD).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann",
                "Ann M. O'Neil",
                "ann@shop.example",
                "ann-b_2",
                "leo & sons",
                "b\u00e9n",
                "\u0418\u0432\u0430\u043d",
                "\u5f20\u4f1f"
            })
    void names_of_all_scripts_are_names(String name) {
        assertEquals(Optional.empty(), SetUpForm.mistake(name, GOOD, GOOD));
    }

    private static String says(String password) {
        return SetUpForm.mistake("ann", password, password).orElse("");
    }
}
