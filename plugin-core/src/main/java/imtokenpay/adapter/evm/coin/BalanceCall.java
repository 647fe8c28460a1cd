package imtokenpay.adapter.evm.coin;

import imtokenpay.adapter.evm.json.Field;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.adapter.evm.watch.Quantity;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Asks for the balances of many at one block, by one call however many they are. A node may have forgotten the state
/// of that block: then there is no answer, and that is no error.
final class BalanceCall {
    /// A contract that is never deployed: run in place of a constructor, it puts in place of each address that follows
    /// it the balance of that address, and returns that.
    ///
    ///     PUSH1 24 CODESIZE SUB  DUP1 PUSH1 24 PUSH1 0 CODECOPY  PUSH1 0
    ///     JUMPDEST(0c)  DUP2 DUP2 LT ISZERO PUSH1 1f JUMPI  DUP1 MLOAD BALANCE DUP2 MSTORE
    ///     PUSH1 20 ADD PUSH1 0c JUMP  JUMPDEST(1f) POP PUSH1 0 RETURN
    private static final String CODE = "0x6024380380602460003960005b81811015601f578051318152602001600c565b506000f3";

    private static final int WORD_DIGITS = 64;
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]+");

    private BalanceCall() {}

    static RpcCall<Optional<List<BigInteger>>> at(long height, List<String> addresses) {
        var one = addresses.size() == 1;
        RpcCall<Optional<List<BigInteger>>> call = one
                ? RpcCall.of(
                        "eth_getBalance",
                        List.of(addresses.getFirst(), Quantity.hex(height)),
                        tokens -> single(Field.text(tokens.json())))
                : RpcCall.of(
                        "eth_call",
                        List.of(Map.of("data", data(addresses)), Quantity.hex(height)),
                        tokens -> words(Field.text(tokens.json()), addresses.size()));
        return call.orElse(Optional.empty());
    }

    private static String data(List<String> addresses) {
        return addresses.stream()
                .map(address -> Quantity.wordOf(address).substring(2))
                .collect(Collectors.joining("", CODE, ""));
    }

    private static Optional<List<BigInteger>> single(String text) {
        return HEX.matcher(text).matches() && text.length() <= WORD_DIGITS + 2
                ? Optional.of(List.of(new BigInteger(text.substring(2), 16)))
                : Optional.empty();
    }

    private static Optional<List<BigInteger>> words(String text, int count) {
        if (!HEX.matcher(text).matches() || text.length() != 2 + count * WORD_DIGITS) {
            return Optional.empty();
        }
        var words = new ArrayList<BigInteger>();
        for (var at = 2; at < text.length(); at += WORD_DIGITS) {
            words.add(new BigInteger(text.substring(at, at + WORD_DIGITS), 16));
        }
        return Optional.of(List.copyOf(words));
    }
}
