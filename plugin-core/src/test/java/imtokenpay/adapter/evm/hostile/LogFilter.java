package imtokenpay.adapter.evm.hostile;

import tools.jackson.databind.JsonNode;

/// Which logs `eth_getLogs` tells of. As geth does it: a place in the filter that is null or an empty list takes
/// anything, as does one that is missing.
final class LogFilter {
    private LogFilter() {}

    static boolean matches(HostileChain.Log log, JsonNode filter) {
        var topics = filter.path("topics");
        if (!isAmong(log.address(), filter.path("address"))
                || topics.size() > log.topics().size()) {
            return false;
        }
        for (var i = 0; i < topics.size(); i++) {
            if (!isAmong(log.topics().get(i), topics.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAmong(String text, JsonNode wanted) {
        if (wanted.isString()) {
            return wanted.asString().equalsIgnoreCase(text);
        }
        return wanted.isEmpty()
                || wanted.valueStream().anyMatch(one -> one.asString().equalsIgnoreCase(text));
    }
}
