package imtokenpay.devnet.paper.ledger;

import java.math.BigInteger;
import java.security.SignatureException;
import java.util.Locale;
import java.util.Optional;
import org.web3j.crypto.Hash;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.transaction.type.Transaction1559;
import org.web3j.utils.Numeric;

/// A signed transaction that was decoded and whose sender was recovered from the signature.
///
/// @param raw the bytes as they came, in hexadecimal
/// @param hash their keccak: the transaction's name
/// @param from who signed, in lower case
/// @param signed the decoded fields
public record PaperTransaction(String raw, String hash, String from, SignedRawTransaction signed) {
    /// Reads raw bytes; refuses what is not signed for this chain.
    public static PaperTransaction decode(String raw, long chainId) {
        SignedRawTransaction signed = signed(raw);
        Long chain = signed.getTransaction() instanceof Transaction1559 modern
                ? Long.valueOf(modern.getChainId())
                : signed.getChainId();
        if (chain == null || chain != chainId) {
            throw new Rejected(Rejected.REFUSED, "invalid chain id for signer");
        }
        try {
            return new PaperTransaction(raw, Hash.sha3(raw), signed.getFrom().toLowerCase(Locale.ROOT), signed);
        } catch (SignatureException | RuntimeException e) {
            throw new Rejected(Rejected.INVALID_PARAMS, "Failed to recover the signer");
        }
    }

    private static SignedRawTransaction signed(String raw) {
        try {
            if (TransactionDecoder.decode(raw) instanceof SignedRawTransaction signed && readable(signed)) {
                return signed;
            }
        } catch (RuntimeException e) {
            // The decoder fails in many ways on bytes that are no transaction; all of them mean the same.
        }
        throw new Rejected(Rejected.INVALID_PARAMS, "Failed to decode transaction");
    }

    private static boolean readable(SignedRawTransaction signed) {
        return switch (signed.getType()) {
            case LEGACY, EIP1559 -> true;
            case EIP2930, EIP4844, EIP7702 -> false;
        };
    }

    /// Who is called or paid; nobody when a contract is created.
    public Optional<String> to() {
        String to = signed.getTo();
        return to == null || Numeric.cleanHexPrefix(to).isEmpty()
                ? Optional.empty()
                : Optional.of(Numeric.prependHexPrefix(to).toLowerCase(Locale.ROOT));
    }

    public BigInteger nonce() {
        return signed.getNonce();
    }

    /// Native coin that goes along, in wei.
    public BigInteger wei() {
        return signed.getValue();
    }

    public BigInteger gasLimit() {
        return signed.getGasLimit();
    }

    /// Call data or creation code, with prefix.
    public String data() {
        String data = signed.getData();
        return data == null ? "0x" : Numeric.prependHexPrefix(data).toLowerCase(Locale.ROOT);
    }

    /// Whether it is of the old kind, with one gas price.
    public boolean legacy() {
        return !(signed.getTransaction() instanceof Transaction1559);
    }

    /// The most a unit of gas may cost.
    public BigInteger maxFee() {
        return signed.getTransaction() instanceof Transaction1559 modern
                ? modern.getMaxFeePerGas()
                : signed.getGasPrice();
    }

    /// The most that goes to the block's author for a unit of gas.
    public BigInteger tip() {
        return signed.getTransaction() instanceof Transaction1559 modern
                ? modern.getMaxPriorityFeePerGas()
                : signed.getGasPrice();
    }

    /// What a unit of gas costs when a unit of base fee is `base`.
    public BigInteger price(BigInteger base) {
        return maxFee().min(base.add(tip()));
    }
}
