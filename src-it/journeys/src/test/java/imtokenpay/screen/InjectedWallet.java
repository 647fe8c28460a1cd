package imtokenpay.screen;

import imtokenpay.outside.Await;
import imtokenpay.story.Devnet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// imToken's own wallet as its browser shows it to a page (EIP-1193), with the devnet's wallet behind it.
final class InjectedWallet {
    /// To be run before the page's own script.
    static final String SCRIPT = """
            window.asked = [];
            window.imToken = {callAPI() {}};
            window.ethereum = {
              isImToken: true,
              request: (call) => new Promise((answer, refuse) => {
                window.asked.push({method: call.method, params: call.params || [], answer, refuse});
              })
            };
            """;

    private static final String NEXT = """
            const call = window.asked[arguments[0]];
            return call ? {method: call.method, params: call.params} : null;
            """;

    private final Window window;
    private final List<String> methods = new ArrayList<>();
    private String chain;

    /// @param chain the number of the network that it is on, as hexadecimal digits after `0x`
    InjectedWallet(Window window, String chain) {
        this.window = window;
        this.chain = chain;
    }

    /// What it was asked so far.
    List<String> methods() {
        return methods;
    }

    /// Answers what it is asked until it has sent something; gives the transaction's hash.
    String sendOnce(Devnet devnet) {
        while (true) {
            Map<?, ?> call = next();
            switch (String.valueOf(call.get("method"))) {
                case "eth_requestAccounts" -> answer(List.of(devnet.shopper()));
                case "eth_chainId" -> answer(chain);
                case "wallet_switchEthereumChain" -> {
                    chain = String.valueOf(parameter(call).get("chainId"));
                    answer("");
                }
                case "eth_sendTransaction" -> {
                    Map<?, ?> transaction = parameter(call);
                    BigInteger value = new BigInteger(
                            String.valueOf(transaction.get("value")).substring(2), 16);
                    String hash = devnet.carryOut(
                            String.valueOf(transaction.get("to")), value, String.valueOf(transaction.get("data")));
                    answer(hash);
                    return hash;
                }
                default -> throw new AssertionError("a page asked the wallet for " + call);
            }
        }
    }

    /// The shopper refuses the next thing that he is asked.
    void refuse() {
        next();
        window.run("window.asked[arguments[0]].refuse({code: 4001})", methods.size() - 1);
    }

    private Map<?, ?> next() {
        int number = methods.size();
        Await.until("the page asks the wallet", Window.PATIENCE, () -> window.run(NEXT, number) instanceof Map);
        Map<?, ?> call = (Map<?, ?>) window.run(NEXT, number);
        methods.add(String.valueOf(call.get("method")));
        return call;
    }

    private static Map<?, ?> parameter(Map<?, ?> call) {
        return (Map<?, ?>) ((List<?>) call.get("params")).getFirst();
    }

    private void answer(Object value) {
        window.run("window.asked[arguments[0]].answer(arguments[1])", methods.size() - 1, value);
    }
}
