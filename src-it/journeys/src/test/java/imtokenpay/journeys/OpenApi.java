package imtokenpay.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import imtokenpay.outside.Answer;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The document of the REST API as the plugin serves it, held against what the plugin answers.
final class OpenApi {
    private final JsonNode document;
    private final TreeSet<String> seen = new TreeSet<>();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    OpenApi(Answer served) {
        this.document = served.expect(200).json();
    }

    /// The answer has this status, which the document names for this operation, and a body of the shape it gives.
    void fits(String operation, int status, Answer answer) {
        answer.expect(status);
        String[] parts = operation.split(" ");
        String type = answer.header("content-type").split(";")[0];
        JsonNode schema = document.path("paths")
                .path(parts[1])
                .path(parts[0])
                .path("responses")
                .path(Integer.toString(status))
                .path("content")
                .path(type)
                .path("schema");
        assertTrue(schema.isObject(), operation + " does not tell of " + status + " as " + type);
        assertEquals("[]", wrong(schema, answer.text()), operation + ": " + answer.text());
        seen.add(operation);
    }

    /// Every operation of the document was tried.
    void wasTriedWhole() {
        TreeSet<String> all = new TreeSet<>();
        document.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyNames().forEach(verb -> all.add(verb + " " + path.getKey())));
        assertEquals(all, seen);
    }

    // References lead into the document, so that its parts go along with the schema.
    private String wrong(JsonNode schema, String body) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.path("components"));
        return schemas.getSchema(whole).validate(body, InputFormat.JSON).toString();
    }
}
