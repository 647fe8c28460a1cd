package imtokenpay.devnet.wallet;

import imtokenpay.devnet.rpc.JsonRpc;
import imtokenpay.devnet.rpc.RpcFailure;
import imtokenpay.devnet.token.TokenAbi;
import imtokenpay.devnet.wallet.scan.Asset;
import java.math.BigInteger;
import java.util.Map;
import java.util.OptionalInt;

/// What the chain says about assets: how they count, and how much somebody holds.
record Holdings(JsonRpc rpc) {
    private static final int NATIVE_DECIMALS = 18;
    private static final int WORD = 66;
    private static final int REVERTED = 3;

    BigInteger of(Asset asset, String owner) {
        return switch (asset) {
            case Asset.Native ignored -> rpc.quantity("eth_getBalance", owner, "latest");
            case Asset.Token token -> TokenAbi.number(view(token, TokenAbi.balanceOf(owner)), 0);
        };
    }

    /// Empty when there is no token at that address.
    OptionalInt decimals(Asset asset) {
        return switch (asset) {
            case Asset.Native ignored -> OptionalInt.of(NATIVE_DECIMALS);
            case Asset.Token token -> decimals(answer(token));
        };
    }

    private static OptionalInt decimals(String answer) {
        if (answer.length() < WORD) {
            return OptionalInt.empty();
        }
        BigInteger decimals = TokenAbi.number(answer, 0);
        return decimals.bitLength() > Byte.SIZE ? OptionalInt.empty() : OptionalInt.of(decimals.intValueExact());
    }

    /// An account answers nothing, a contract that is no token may revert: neither is a token.
    private String answer(Asset.Token token) {
        try {
            return view(token, TokenAbi.DECIMALS);
        } catch (RpcFailure e) {
            if (e.code() == REVERTED) {
                return "0x";
            }
            throw e;
        }
    }

    private String view(Asset.Token token, String data) {
        return rpc.text("eth_call", Map.of("to", token.contract(), "data", data), "latest");
    }
}
