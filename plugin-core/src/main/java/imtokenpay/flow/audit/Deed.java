package imtokenpay.flow.audit;

/// Something that somebody did, as it is kept.
///
/// @param by the name that the person has signed in with, or the store that called; at most 64 characters
/// @param action one of [Action]'s words
/// @param subject id of what it was done to; at most 200 characters
/// @param detail how it is now, or why it was done; at most 1,000 characters, and never a secret
public record Deed(String by, String action, String subject, String detail) {
    private static final int BY_CHARS_MAX = 64;
    private static final int SUBJECT_CHARS_MAX = 200;
    private static final int DETAIL_CHARS_MAX = 1_000;

    /// A deed of now. Line breaks become blanks, and what is too long is cut: it is kept in any case.
    public static Deed of(String by, Action action, String subject, String detail) {
        return new Deed(
                line(by, BY_CHARS_MAX),
                action.word(),
                line(subject, SUBJECT_CHARS_MAX),
                line(detail, DETAIL_CHARS_MAX));
    }

    private static String line(String text, int max) {
        var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.length() <= max) {
            return line;
        }
        // Never between the two halves of a character.
        return line.substring(0, Character.isHighSurrogate(line.charAt(max - 1)) ? max - 1 : max);
    }
}
