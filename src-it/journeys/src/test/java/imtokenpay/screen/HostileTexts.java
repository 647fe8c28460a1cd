package imtokenpay.screen;

import java.util.List;
import java.util.stream.Stream;

/// Texts that a careless page would run, evaluate or be broken by: ways to bring a script in, each in several coats.
/// Control and direction characters are not among them, as the API refuses those.
final class HostileTexts {
    private static final List<String> WAYS = List.of(
            "<script>hacked=1</script>",
            "<img src=x onerror=hacked=1>",
            "<svg/onload=hacked=1>",
            "<body onload=hacked=1>",
            "<iframe srcdoc='<script>top.hacked=1</script>'>",
            "<a href=javascript:hacked=1>x</a>",
            "<details open ontoggle=hacked=1>",
            "<input autofocus onfocus=hacked=1>",
            "<video><source onerror=hacked=1>",
            "<math><mtext></p><img src onerror=hacked=1>",
            "<style>*{display:none}</style>",
            "<meta http-equiv=refresh content='0;url=//x.example'>",
            "<base href=//x.example/>",
            "<form action=//x.example><button>",
            "<!--<img src=x onerror=hacked=1>-->",
            "<![CDATA[<script>hacked=1</script>]]>",
            "&lt;script&gt;hacked=1&lt;/script&gt;",
            "&#60;script&#62;hacked=1",
            "#{hacked=1}${7*7}",
            "#{facesContext.externalContext.invalidateSession()}",
            "javascript:hacked=1//",
            "<xmp>hacked=1</xmp>",
            "<noscript><p title=</noscript><img src=x onerror=hacked=1>>",
            "{0} {1} '{2}'",
            "<x onclick=hacked=1 tabindex=1 id=x>");

    private HostileTexts() {}

    /// The ways alone.
    static List<String> ways() {
        return WAYS;
    }

    /// Two hundred of them.
    static List<String> all() {
        return WAYS.stream()
                .flatMap(way -> Stream.of(
                        way,
                        "\">" + way,
                        "'>" + way,
                        "</p>" + way,
                        "</bdi>" + way,
                        "\\\"" + way,
                        way + "<",
                        "]]>" + way + "&"))
                .toList();
    }
}
