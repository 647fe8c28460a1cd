package imtokenpay.devnet.paper.rpc;

import imtokenpay.devnet.paper.ledger.Block;
import imtokenpay.devnet.paper.ledger.Block.Mined;
import imtokenpay.devnet.paper.ledger.Execution;
import imtokenpay.devnet.paper.ledger.Ledger;
import imtokenpay.devnet.paper.ledger.Ledger.Located;
import imtokenpay.devnet.paper.ledger.Log;
import imtokenpay.devnet.paper.ledger.PaperTransaction;
import java.math.BigInteger;
import java.util.List;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Blocks, transactions, receipts and logs in the shapes a real node answers.
final class Views {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NOBODY = "0x" + "0".repeat(40);
    private static final String NO_HASH = "0x" + "0".repeat(64);
    private static final String EMPTY_TRIE = "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421";
    private static final String NO_UNCLES = "0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347";
    private static final long BLOCK_GAS = 30_000_000;

    private Views() {}

    static ObjectNode block(Block block, boolean full) {
        ObjectNode node = JSON.createObjectNode();
        node.put("hash", block.hash());
        node.put("parentHash", block.header().parent());
        node.put("sha3Uncles", NO_UNCLES);
        node.put("miner", NOBODY);
        node.put("stateRoot", EMPTY_TRIE);
        node.put("transactionsRoot", EMPTY_TRIE);
        node.put("receiptsRoot", EMPTY_TRIE);
        node.put("logsBloom", Bloom.of(logs(block.mined())));
        node.put("difficulty", "0x0");
        node.put("totalDifficulty", "0x0");
        node.put("number", hex(block.number()));
        node.put("gasLimit", hex(BLOCK_GAS));
        node.put("gasUsed", Numeric.encodeQuantity(gas(block.mined())));
        node.put("timestamp", hex(block.header().timestamp()));
        node.put("extraData", "0x");
        node.put("mixHash", NO_HASH);
        node.put("nonce", "0x0000000000000000");
        node.put("baseFeePerGas", Numeric.encodeQuantity(Execution.BASE_FEE));
        node.put("size", hex(512));
        node.putArray("uncles");
        ArrayNode transactions = node.putArray("transactions");
        for (Mined each : block.mined()) {
            if (full) {
                transactions.add(transaction(new Located(block, each)));
            } else {
                transactions.add(each.transaction().hash());
            }
        }
        return node;
    }

    static ObjectNode transaction(Located located) {
        ObjectNode node = waiting(located.mined().transaction());
        place(node, located);
        node.put("transactionIndex", hex(located.mined().index()));
        node.put(
                "gasPrice", Numeric.encodeQuantity(located.mined().transaction().price(Execution.BASE_FEE)));
        return node;
    }

    static ObjectNode waiting(PaperTransaction transaction) {
        ObjectNode node = JSON.createObjectNode();
        node.put("type", transaction.legacy() ? "0x0" : "0x2");
        node.put("chainId", hex(Ledger.CHAIN_ID));
        node.put("nonce", Numeric.encodeQuantity(transaction.nonce()));
        node.put("gas", Numeric.encodeQuantity(transaction.gasLimit()));
        node.put("gasPrice", Numeric.encodeQuantity(transaction.maxFee()));
        if (!transaction.legacy()) {
            node.put("maxFeePerGas", Numeric.encodeQuantity(transaction.maxFee()));
            node.put("maxPriorityFeePerGas", Numeric.encodeQuantity(transaction.tip()));
            node.putArray("accessList");
        }
        node.put("to", transaction.to().orElse(null));
        node.put("value", Numeric.encodeQuantity(transaction.wei()));
        node.put("input", transaction.data());
        Sign.SignatureData signature = transaction.signed().getSignatureData();
        node.put("r", Numeric.encodeQuantity(Numeric.toBigInt(signature.getR())));
        node.put("s", Numeric.encodeQuantity(Numeric.toBigInt(signature.getS())));
        node.put("v", Numeric.encodeQuantity(Numeric.toBigInt(signature.getV())));
        node.put("hash", transaction.hash());
        node.put("from", transaction.from());
        node.putNull("blockHash");
        node.putNull("blockNumber");
        node.putNull("transactionIndex");
        return node;
    }

    static ObjectNode receipt(Located located) {
        Mined mined = located.mined();
        PaperTransaction transaction = mined.transaction();
        List<Mined> upToHere = located.block().mined().subList(0, mined.index() + 1);
        ObjectNode node = JSON.createObjectNode();
        node.put("type", transaction.legacy() ? "0x0" : "0x2");
        node.put("status", mined.outcome().succeeded() ? "0x1" : "0x0");
        node.put("cumulativeGasUsed", Numeric.encodeQuantity(gas(upToHere)));
        node.put("logsBloom", Bloom.of(mined.outcome().logs()));
        node.put("transactionHash", transaction.hash());
        node.put("transactionIndex", hex(mined.index()));
        place(node, located);
        node.put("gasUsed", Numeric.encodeQuantity(mined.outcome().gas()));
        node.put("effectiveGasPrice", Numeric.encodeQuantity(transaction.price(Execution.BASE_FEE)));
        node.put("from", transaction.from());
        node.put("to", transaction.to().orElse(null));
        node.put("contractAddress", mined.outcome().created().orElse(null));
        ArrayNode logs = node.putArray("logs");
        int first = logs(located.block().mined().subList(0, mined.index())).size();
        List<Log> own = mined.outcome().logs();
        for (int i = 0; i < own.size(); i++) {
            logs.add(log(located, own.get(i), first + i));
        }
        return node;
    }

    /// @param index the log's place among all logs of its block
    static ObjectNode log(Located located, Log log, int index) {
        ObjectNode node = JSON.createObjectNode();
        node.put("address", log.address());
        ArrayNode topics = node.putArray("topics");
        log.topics().forEach(topics::add);
        node.put("data", log.data());
        place(node, located);
        node.put("blockTimestamp", hex(located.block().header().timestamp()));
        node.put("transactionHash", located.mined().transaction().hash());
        node.put("transactionIndex", hex(located.mined().index()));
        node.put("logIndex", hex(index));
        node.put("removed", false);
        return node;
    }

    static String hex(long number) {
        return Numeric.encodeQuantity(BigInteger.valueOf(number));
    }

    private static void place(ObjectNode node, Located located) {
        node.put("blockHash", located.block().hash());
        node.put("blockNumber", hex(located.block().number()));
    }

    private static List<Log> logs(List<Mined> mined) {
        return mined.stream().flatMap(each -> each.outcome().logs().stream()).toList();
    }

    private static BigInteger gas(List<Mined> mined) {
        return mined.stream().map(each -> each.outcome().gas()).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
