package imtokenpay.adapter.evm;

import imtokenpay.adapter.evm.coin.BlockZero;
import imtokenpay.adapter.evm.rpc.Answers;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.adapter.evm.rpc.RpcEndpoint;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A node that must prove to be of our chain: at first, after every failure, and whenever it brings news. One address
/// may stand for many nodes, and somebody may point it elsewhere while we run.
final class CheckedNode implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-fA-F]{1,16}");

    private final EvmNetwork network;
    private final RpcEndpoint endpoint;
    private volatile boolean isTrusted;
    // A number may be given to two chains, a beginning never; it is asked for once.
    private volatile boolean isOfThatBeginning;

    CheckedNode(EvmNetwork network, RpcEndpoint endpoint) {
        this.network = network;
        this.endpoint = endpoint;
        isOfThatBeginning = network.genesis().isEmpty();
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
        var genesis = BlockZero.call();
        if (!isOfThatBeginning) {
            all.add(genesis);
        }
        var answers = asked(all);
        isTrusted = false;
        check(answers.of(id));
        if (!isOfThatBeginning) {
            isOfThatBeginning = isChecked(answers.of(genesis));
        }
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

    // Who refuses to say is asked again; who has thrown the block away has its number alone to show.
    private boolean isChecked(BlockZero said) {
        return switch (said) {
            case BlockZero.Shown(String hash) -> isBeginning(hash);
            case BlockZero.ThrownAway() -> true;
            case BlockZero.Untold() -> false;
        };
    }

    private boolean isBeginning(String hash) {
        var wanted = network.genesis().orElseThrow();
        if (!hash.equals(wanted)) {
            throw new ChainUnavailable(
                    Reason.WRONG_CHAIN,
                    "the node is for another chain of the number "
                            + network.chain().reference()
                            + ", which begins with block " + hash + ", not " + wanted
                            + ": correct the network's rpc-url");
        }
        return true;
    }

    private void check(String answer) {
        var id = NUMBER.matcher(answer).matches()
                ? network.profile().reference().apply(Long.parseUnsignedLong(answer.substring(2), 16))
                : "none";
        var wanted = network.chain().reference();
        if (!id.equals(wanted)) {
            var reason = id.equals("none") ? Reason.NOT_UNDERSTOOD : Reason.WRONG_CHAIN;
            throw new ChainUnavailable(
                    reason, "the node is for chain " + id + ", not " + wanted + ": correct the network's rpc-url");
        }
    }
}
