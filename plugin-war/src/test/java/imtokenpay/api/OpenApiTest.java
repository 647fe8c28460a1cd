package imtokenpay.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.api.caller.Needs;
import imtokenpay.api.refund.RefundBody;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.refund.RefundState;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The committed document against the code. What it says of answers is tested on the deployed plugin.
class OpenApiTest {
    private static final JsonObject DOCUMENT = document();

    @Test
    void the_document_has_every_operation_with_its_parameters_and_no_other() {
        var coded = new TreeMap<String, Set<String>>();
        for (var resource : new ApiApplication().getClasses()) {
            var root = resource.getAnnotation(Path.class);
            if (root != null) {
                Arrays.stream(resource.getDeclaredMethods())
                        .forEach(method -> verb(method)
                                .ifPresent(
                                        verb -> coded.put(verb + " /" + root.value() + rest(method), named(method))));
            }
        }
        assertEquals(coded, documented());
    }

    @Test
    void the_document_names_the_scope_that_each_operation_needs() {
        var coded = new TreeMap<String, String>();
        for (var resource : new ApiApplication().getClasses()) {
            var root = resource.getAnnotation(Path.class);
            if (root != null) {
                Arrays.stream(resource.getDeclaredMethods())
                        .forEach(method -> verb(method)
                                .ifPresent(
                                        verb -> coded.put(verb + " /" + root.value() + rest(method), scope(method))));
            }
        }
        var documented = new TreeMap<String, String>();
        operations((name, operation) -> documented.put(
                name,
                operation
                        .getJsonArray("security")
                        .getJsonObject(0)
                        .getJsonArray("apiKey")
                        .getString(0)));
        assertEquals(coded, documented);
    }

    @Test
    void every_operation_can_be_refused_for_its_key_and_its_pace() {
        operations((name, operation) -> assertTrue(
                operation.getJsonObject("responses").keySet().containsAll(Set.of("401", "403", "429", "500")), name));
    }

    @Test
    void the_document_has_the_fields_of_a_request_and_the_standings_of_a_payment() {
        assertEquals(
                RequestBody.FIELDS,
                schema("PaymentRequest").getJsonObject("properties").keySet());
        var standings = schema("Status").getJsonArray("enum").getValuesAs(JsonString::getString);
        assertEquals(
                Arrays.stream(PaymentStatus.values()).map(PaymentStatus::word).collect(Collectors.toSet()),
                Set.copyOf(standings));
    }

    @Test
    void the_document_has_the_fields_and_the_states_of_a_refund() {
        assertEquals(
                RefundBody.FIELDS,
                schema("RefundRequest").getJsonObject("properties").keySet());
        var states = schema("RefundStatus").getJsonArray("enum").getValuesAs(JsonString::getString);
        assertEquals(
                Arrays.stream(RefundState.values()).map(RefundState::word).collect(Collectors.toSet()),
                Set.copyOf(states));
    }

    private static Map<String, Set<String>> documented() {
        var operations = new TreeMap<String, Set<String>>();
        operations((name, operation) -> operations.put(name, parameters(operation)));
        return operations;
    }

    private static void operations(BiConsumer<String, JsonObject> look) {
        DOCUMENT.getJsonObject("paths")
                .forEach((path, verbs) -> verbs.asJsonObject()
                        .forEach((verb, operation) ->
                                look.accept(verb.toUpperCase(Locale.ROOT) + " " + path, operation.asJsonObject())));
    }

    private static String scope(Method method) {
        return method.getAnnotation(Needs.class).value().word();
    }

    private static Set<String> parameters(JsonObject operation) {
        var array = operation.getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY);
        return array.asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .map(parameter -> parameter.getString("in") + " " + parameter.getString("name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Optional.ofNullable(type.getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String rest(Method method) {
        return Optional.ofNullable(method.getAnnotation(Path.class))
                .map(path -> "/" + path.value())
                .orElse("");
    }

    private static Set<String> named(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                        : Stream.of(parameter))
                .flatMap(OpenApiTest::named)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> named(AnnotatedElement parameter) {
        return Stream.of(
                        Optional.ofNullable(parameter.getAnnotation(QueryParam.class))
                                .map(query -> "query " + query.value()),
                        Optional.ofNullable(parameter.getAnnotation(PathParam.class))
                                .map(path -> "path " + path.value()),
                        Optional.ofNullable(parameter.getAnnotation(HeaderParam.class))
                                .map(header -> "header " + header.value()))
                .flatMap(Optional::stream);
    }

    private static JsonObject schema(String name) {
        return DOCUMENT.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
    }

    private static JsonObject document() {
        try (var reader =
                Json.createReader(Files.newBufferedReader(java.nio.file.Path.of("src/main/webapp/openapi.json")))) {
            return reader.readObject();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
