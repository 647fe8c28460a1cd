package imtokenpay.admin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
    private record Row(String words, String number) {}

    private static final List<Column<Row>> COLUMNS =
            List.of(Column.text("words", Row::words), Column.number("number", Row::number));

    @Test
    void csv_has_a_mark_of_utf_8_a_line_of_names_and_quoted_words() throws IOException {
        assertEquals(
                "\uFEFFwords,number\r\n\"say \"\"hi\"\", 书\",-12.50\r\n\"\",\r\n",
                csv(new Row("say \"hi\", 书", "-12.50"), new Row("", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "＝1+1",
                "＠x",
                "=HYPERLINK(\"http://evil.example\",\"x\")"
            })
    void what_a_spreadsheet_would_run_is_words(String evil) throws IOException {
        assertEquals("\uFEFFwords,number\r\n\"'" + evil.replace("\"", "\"\"") + "\",1\r\n", csv(new Row(evil, "1")));
        assertEquals(evil, json(new Row(evil, "1")).getString("words"), "programs get it as it is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1042", "a=b", "0xabc", "first - last", "'quoted", "2026-11-30"})
    void other_words_stay_as_they_are(String words) throws IOException {
        assertEquals("\uFEFFwords,number\r\n\"" + words + "\",1\r\n", csv(new Row(words, "1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "1e9", "1,5", "NaN", "+1", "--1", "1 "})
    void a_number_is_digits_or_none_at_all(String evil) {
        assertThrows(IllegalArgumentException.class, () -> new Cell.Number(evil));
    }

    @Test
    void json_tells_at_its_end_how_many_lines_there_are() throws IOException {
        assertEquals("{\"lines\":[\n],\"count\":0}\n", written(Format.JSON));
        assertEquals(
                "{\"lines\":[\n{\"words\":\"a\",\"number\":\"1\"},\n{\"words\":\"\\u0000\\\"\",\"number\":\"2\"}\n],"
                        + "\"count\":2}\n",
                written(Format.JSON, new Row("a", "1"), new Row("\0\"", "2")));
    }

    private static String csv(Row... rows) throws IOException {
        return written(Format.CSV, rows);
    }

    private static JsonObject json(Row row) throws IOException {
        try (var reader = Json.createReader(new StringReader(written(Format.JSON, row)))) {
            return reader.readObject().getJsonArray("lines").getJsonObject(0);
        }
    }

    private static String written(Format format, Row... rows) throws IOException {
        var out = new StringWriter();
        var count = format.write(
                new Sheet<>("name", COLUMNS, taker -> {
                    for (var row : rows) {
                        taker.take(row);
                    }
                }),
                out);
        assertEquals(rows.length, count);
        return out.toString();
    }
}
