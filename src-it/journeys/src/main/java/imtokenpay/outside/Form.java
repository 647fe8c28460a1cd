package imtokenpay.outside;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One HTML form of a page, filled in and sent as a browser without scripts would.
public final class Form {
    private static final Pattern FORM = Pattern.compile("(?is)(<form\\b[^>]*>)(.*?)</form>");
    private static final Pattern CONTROL = Pattern.compile("(?is)<(?:input|button|textarea)\\b[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?is)([a-z][a-z0-9:-]*)\\s*=\\s*\"([^\"]*)\"");

    private final URI action;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> buttons = new LinkedHashMap<>();

    private Form(URI action) {
        this.action = action;
    }

    /// The first form of the page whose markup contains `mark`.
    public static Form on(Answer page, String mark) {
        Matcher found = FORM.matcher(page.text());
        while (found.find()) {
            if (found.group().contains(mark)) {
                return read(page.uri(), found.group(1), found.group(2));
            }
        }
        throw new AssertionError(page.uri() + " has no form with \"" + mark + "\"");
    }

    /// Fills in the field whose name is, or ends in, `name`.
    public Form fill(String name, String value) {
        fields.put(named(fields, name), value);
        return this;
    }

    /// Puts the tick into the box of just that name.
    public Form tick(String name) {
        fields.put(name, "on");
        return this;
    }

    /// Takes the tick out of the box whose name is, or ends in, `name`.
    public Form untick(String name) {
        fields.remove(named(fields, name));
        return this;
    }

    /// Presses the button whose name is, or ends in, `name`.
    public Answer press(Browser browser, String name) {
        String button = named(buttons, name);
        fields.put(button, buttons.getOrDefault(button, ""));
        return browser.submit(action, fields);
    }

    /// Sends the form without a button of its own.
    public Answer send(Browser browser) {
        return browser.submit(action, fields);
    }

    private static Form read(URI page, String tag, String inside) {
        String action = attributes(tag).getOrDefault("action", "");
        Form form = new Form(action.isEmpty() ? page : page.resolve(action));
        Matcher controls = CONTROL.matcher(inside);
        while (controls.find()) {
            form.add(controls.group());
        }
        return form;
    }

    private void add(String tag) {
        Map<String, String> attributes = attributes(tag);
        String name = attributes.getOrDefault("name", "");
        String value = attributes.getOrDefault("value", "");
        if (name.isEmpty()) {
            return;
        }
        switch (attributes.getOrDefault("type", tag.startsWith("<b") ? "submit" : "text")) {
            case "submit", "button" -> buttons.put(name, value);
            case "checkbox", "radio" -> {
                if (tag.contains("checked")) {
                    // What a browser sends for a box that has no value.
                    fields.put(name, attributes.getOrDefault("value", "on"));
                }
            }
            default -> fields.put(name, value);
        }
    }

    private String named(Map<String, String> among, String name) {
        return among.keySet().stream()
                .filter(candidate -> candidate.equals(name) || candidate.endsWith(":" + name))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("the form to " + action + " has no " + name + ": " + among.keySet()));
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> attributes = new HashMap<>();
        Matcher found = ATTRIBUTE.matcher(tag);
        while (found.find()) {
            attributes.putIfAbsent(found.group(1).toLowerCase(java.util.Locale.ROOT), unescaped(found.group(2)));
        }
        return attributes;
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
