package imtokenpay.admin.entry;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a new person's name and password must be like. Owners are told by their names who shall become one: so no name
/// looks like another one's by what cannot be seen or by letters of another script (as the highly restrictive level of
/// Unicode's UTS 39 has it), and none is half a sentence.
final class SetUpForm {
    private static final int NAME_LENGTH_MAX = 64;
    private static final String MARKS = "[\\p{L}\\p{M}\\p{Nd}._@+&'\u2019-]";
    private static final Pattern NAME = Pattern.compile("(?=[\\p{L}\\p{Nd}])" + MARKS + "+(?: " + MARKS + "+)*");
    // Letters and marks that have no look of their own; also a dot above a letter that has one.
    private static final Pattern UNSEEN = Pattern.compile("[\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f]"
            + "|[\\ufe00-\\ufe0f\\x{e0100}-\\x{e01ef}]|(?<=[ij])\\u0307");
    private static final Set<UnicodeScript> NONE = EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);
    // Those of East Asia are written together, and with Latin letters.
    private static final Set<UnicodeScript> EAST = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.LATIN);

    private SetUpForm() {}

    /// The first thing that is wrong, in words for the owner; empty when all is well.
    static Optional<String> mistake(String name, String password, String again) {
        if (name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
            return Optional.of("A name has 1 to " + NAME_LENGTH_MAX + " characters.");
        }
        if (!isPlain(name)) {
            return Optional.of("A name has letters of one script, digits, and . _ - @ + & ' with single blanks between"
                    + " them, so that nobody takes it for another one's. Choose one like that.");
        }
        return mistake(password, again);
    }

    /// The first thing that is wrong with a password alone, in words for whoever has chosen it.
    static Optional<String> mistake(String password, String again) {
        if (password.length() < Passwords.LENGTH_MIN || password.length() > Passwords.LENGTH_MAX) {
            return Optional.of("A password has " + Passwords.LENGTH_MIN + " to " + Passwords.LENGTH_MAX
                    + " characters. Several words are easy to keep in mind.");
        }
        if (!password.equals(again)) {
            return Optional.of("The two passwords differ.");
        }
        return Optional.empty();
    }

    private static boolean isPlain(String name) {
        return NAME.matcher(name).matches()
                && !UNSEEN.matcher(name.toLowerCase(Locale.ROOT)).find()
                && Normalizer.isNormalized(name, Normalizer.Form.NFKC)
                && isOfOneScript(name);
    }

    private static boolean isOfOneScript(String name) {
        var scripts = EnumSet.noneOf(UnicodeScript.class);
        name.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.removeAll(NONE);
        return scripts.size() <= 1 || EAST.containsAll(scripts);
    }
}
