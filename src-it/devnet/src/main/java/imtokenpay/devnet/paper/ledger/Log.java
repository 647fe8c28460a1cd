package imtokenpay.devnet.paper.ledger;

import imtokenpay.devnet.token.TokenAbi;
import java.math.BigInteger;
import java.util.List;
import org.web3j.crypto.Hash;

/// What a contract wrote down while it ran.
public record Log(String address, List<String> topics, String data) {
    private static final String OWNED = Hash.sha3String("OwnershipTransferred(address,address)");

    public Log {
        topics = List.copyOf(topics);
    }

    /// What Tether writes when it is created: from nobody to its first owner.
    static Log owned(String token, String owner) {
        return new Log(token, List.of(OWNED, "0x" + TokenAbi.word(BigInteger.ZERO), "0x" + TokenAbi.word(owner)), "0x");
    }

    static Log transfer(String token, String from, String to, BigInteger units) {
        return new Log(
                token,
                List.of(TokenAbi.TRANSFER_TOPIC, "0x" + TokenAbi.word(from), "0x" + TokenAbi.word(to)),
                "0x" + TokenAbi.word(units));
    }
}
