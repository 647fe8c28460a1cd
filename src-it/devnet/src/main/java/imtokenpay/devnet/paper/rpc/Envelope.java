package imtokenpay.devnet.paper.rpc;

import imtokenpay.devnet.paper.ledger.Ledger;
import imtokenpay.devnet.paper.ledger.Rejected;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON-RPC 2.0 around the methods: single requests, batches, and every way to get one wrong.
public final class Envelope {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Method> methods = new HashMap<>();

    public Envelope(Ledger ledger, Miner miner) {
        methods.putAll(new BlockMethods(ledger).all());
        methods.putAll(new StateMethods(ledger, miner).all());
        methods.putAll(new ControlMethods(ledger, miner).all());
    }

    /// The answer to a request body, whatever is wrong with it.
    public String answer(byte[] body) {
        JsonNode request;
        try {
            request = JSON.readTree(body);
        } catch (JacksonException e) {
            return failure(NullNode.getInstance(), new Rejected(Rejected.UNREADABLE, "Parse error"))
                    .toString();
        }
        if (!request.isArray() || request.isEmpty()) {
            return single(request).toString();
        }
        ArrayNode answers = JSON.createArrayNode();
        request.forEach(each -> answers.add(single(each)));
        return answers.toString();
    }

    private ObjectNode single(JsonNode request) {
        JsonNode id = request.path("id").isMissingNode() ? NullNode.getInstance() : request.path("id");
        try {
            ObjectNode answer = frame(id);
            answer.set("result", call(request));
            return answer;
        } catch (Rejected e) {
            return failure(id, e);
        } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return failure(id, new Rejected(Rejected.INVALID_PARAMS, "Invalid params: " + e.getMessage()));
        }
    }

    private JsonNode call(JsonNode request) {
        if (!request.path("method").isString()
                || !request.path("jsonrpc").asString("").equals("2.0")) {
            throw new Rejected(Rejected.INVALID_REQUEST, "Invalid request");
        }
        Method method = methods.get(request.path("method").stringValue());
        if (method == null) {
            throw new Rejected(Rejected.UNKNOWN_METHOD, "Method not found");
        }
        JsonNode params = request.path("params");
        if (!params.isArray() && !params.isMissingNode() && !params.isNull()) {
            throw new Rejected(Rejected.INVALID_PARAMS, "invalid type: expected a sequence");
        }
        return method.answer(new Params(params));
    }

    private static ObjectNode failure(JsonNode id, Rejected why) {
        ObjectNode answer = frame(id);
        ObjectNode error = answer.putObject("error");
        error.put("code", why.code());
        error.put("message", why.getMessage());
        return answer;
    }

    private static ObjectNode frame(JsonNode id) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("jsonrpc", "2.0");
        answer.set("id", id);
        return answer;
    }
}
