package imtokenpay.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.saved.SaveFilters;
import imtokenpay.flow.saved.SavedFilters.Saved;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owner.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Filters that people save for themselves, wherever they are kept.
public abstract class SavedFiltersContract extends StoreContract {
    private static final String QUERY = "status=settled&from=2026-12-01T08:00";

    private SaveFilters filters;

    @BeforeEach
    void people() {
        filters = new SaveFilters(shelf().merchant().people().filters());
        commit(() -> shelf().owners().add(new Owner("anna", "hash")));
        commit(() -> shelf().owners().add(new Owner("sue", "hash", Role.SUPPORT)));
    }

    @Test
    void a_person_sees_his_own_by_name_and_nobody_elses() {
        save("Anna", "today");
        save("anna", "\u00c4rger & <b>");
        save("anna", "Monday");
        save("sue", "today");
        assertEquals(
                List.of(new Saved("Monday", QUERY), new Saved("today", QUERY), new Saved("\u00c4rger & <b>", QUERY)),
                ask(() -> filters.of("ANNA")));
        assertEquals(List.of("today"), names("sue"));
        assertEquals(List.of(), names("nobody"));
    }

    @Test
    void a_name_is_taken_once_and_by_each_person_for_himself() {
        save("anna", "today");
        save("sue", "today");
        assertTrue(refusal("Anna", "today").contains("Choose another name"));
        assertFalse(ask(() -> filters.delete("anna", "tomorrow")));
        assertTrue(ask(() -> filters.delete("Anna", "today")));
        assertFalse(ask(() -> filters.delete("anna", "today")));
        assertEquals(List.of("today"), names("sue"), "nobody deletes another one's");
        save("anna", "today");
    }

    @Test
    void a_person_has_twenty_at_most_however_many_windows_save_at_once() {
        for (var i = 1; i < SaveFilters.FILTERS_MAX; i++) {
            save("anna", "filter " + i);
        }
        var saved = Crowd.of(4, i -> () -> {
            try {
                save("anna", "window " + i);
                return true;
            } catch (IllegalArgumentException tooMany) {
                return false;
            }
        });
        assertEquals(1, saved.stream().filter(done -> done).count());
        assertEquals(20, names("anna").size());
        assertTrue(refusal("anna", "one more").contains("You have 20 saved filters"));
        save("sue", "her first");
    }

    @Test
    void a_name_is_printable_and_there_is_something_to_save() {
        for (var name : List.of("", " ", "a\nb", "a\u200bb", "a\u0000b", "\ud800", "x".repeat(65))) {
            assertThrows(IllegalArgumentException.class, () -> new Saved(name, QUERY), name);
        }
        assertEquals("x".repeat(64), new Saved("x".repeat(64), QUERY).name());
        assertThrows(IllegalArgumentException.class, () -> new Saved("all", ""));
        assertThrows(IllegalArgumentException.class, () -> new Saved("long", "x".repeat(1_001)));
    }

    @Test
    void whoever_is_removed_leaves_none_for_another_one_of_his_name() {
        save("sue", "today");
        assertTrue(ask(() -> shelf().owners().remove("sue")));
        commit(() -> shelf().owners().add(new Owner("sue", "hash", Role.SUPPORT)));
        assertEquals(List.of(), names("sue"));
    }

    private void save(String person, String name) {
        commit(() -> filters.save(person, new Saved(name, QUERY)));
    }

    private String refusal(String person, String name) {
        return assertThrows(IllegalArgumentException.class, () -> save(person, name))
                .getMessage();
    }

    private List<String> names(String person) {
        return ask(() -> filters.of(person)).stream().map(Saved::name).toList();
    }
}
