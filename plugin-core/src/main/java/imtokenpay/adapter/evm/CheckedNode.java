package imtokenpay.adapter.evm;

import imtokenpay.adapter.evm.rpc.Answers;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.adapter.evm.rpc.RpcEndpoint;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.money.ChainId;
import java.util.ArrayList;
import java.util.List;

/// A node that must prove to be of our chain: at first, after every failure, and whenever it brings news. One address
/// may stand for many nodes, and somebody may point it elsewhere while we run.
final class CheckedNode implements AutoCloseable {
    private final ChainId chain;
    private final RpcEndpoint endpoint;
    private volatile boolean isTrusted;

    CheckedNode(ChainId chain, RpcEndpoint endpoint) {
        this.chain = chain;
        this.endpoint = endpoint;
    }

    /// Asks for something that by itself changes nothing here.
    Answers ask(List<? extends RpcCall<?>> calls) {
        return isTrusted ? asked(List.copyOf(calls)) : askForNews(calls);
    }

    /// Asks for what may be recorded.
    Answers askForNews(List<? extends RpcCall<?>> calls) {
        var id = RpcCall.chainId();
        var all = new ArrayList<RpcCall<?>>(calls);
        all.add(id);
        var answers = asked(all);
        isTrusted = false;
        check(answers.of(id));
        isTrusted = true;
        return answers;
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private Answers asked(List<RpcCall<?>> calls) {
        try {
            return endpoint.ask(calls);
        } catch (ChainUnavailable failed) {
            isTrusted = false;
            throw failed;
        }
    }

    private void check(String answer) {
        var id = answer.matches("0x[0-9a-fA-F]{1,16}")
                ? Long.toUnsignedString(Long.parseUnsignedLong(answer.substring(2), 16))
                : "none";
        if (!id.equals(chain.reference())) {
            var reason = id.equals("none") ? Reason.NOT_UNDERSTOOD : Reason.WRONG_CHAIN;
            throw new ChainUnavailable(
                    reason,
                    "the node is for chain " + id + ", not " + chain.reference() + ": correct the network's rpc-url");
        }
    }
}
