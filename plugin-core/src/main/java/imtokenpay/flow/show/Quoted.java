package imtokenpay.flow.show;

/// Text from outside for the log: one line, whatever it holds, and told from what stands around it.
final class Quoted {
    private Quoted() {}

    /// In quotation marks; what could end the line or them, be invisible or turn the direction is written as its
    /// number.
    static String of(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (isPlain(point)) {
                quoted.appendCodePoint(point);
            } else {
                quoted.append("\\u{").append(Integer.toHexString(point)).append('}');
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPlain(int point) {
        if (point == '"' || point == '\\') {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
