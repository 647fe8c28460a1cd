package imtokenpay.bench.chain;

/// Writes blocks, transactions and receipts as geth writes them.
final class BlockPrinter {
    private static final byte[] ZEROS = Ink.text("0".repeat(64));
    private static final byte[] HEAD =
            Ink.text("{\"baseFeePerGas\":\"0x3b9aca00\",\"difficulty\":\"0x0\",\"extraData\":"
                    + "\"0x546974616e2028746974616e6275696c6465722e78797a29\",\"gasLimit\":\"0x1c9c380\",\"gasUsed\":"
                    + "\"0xe4e1c0\",\"logsBloom\":\"0x" + "f".repeat(512) + "\",\"miner\":"
                    + "\"0x4838b106fce9647bdf1e7877bf73ce8b0bad5f97\",\"mixHash\":\"0x" + "9".repeat(64)
                    + "\",\"nonce\":\"0x0000000000000000\",\"receiptsRoot\":\"0x" + "8".repeat(64)
                    + "\",\"sha3Uncles\":\"0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347\""
                    + ",\"size\":"
                    + "\"0x1f3a2\",\"stateRoot\":\"0x" + "7".repeat(64) + "\",\"transactionsRoot\":\"0x"
                    + "6".repeat(64)
                    + "\",\"uncles\":[],\"hash\":\"0x");
    private static final byte[] PARENT = Ink.text("\",\"parentHash\":\"0x");
    private static final byte[] NUMBER = Ink.text("\",\"number\":\"");
    private static final byte[] TIME = Ink.text("\",\"timestamp\":\"");
    private static final byte[] TRANSACTIONS = Ink.text("\",\"transactions\":[");
    private static final byte[] WITHDRAWALS = Ink.text("],\"withdrawals\":[");
    private static final byte[] END = Ink.text("]}");
    private static final byte[] COMMA = Ink.text(",");
    private static final byte[] RECEIPT = Ink.text("{\"status\":\"0x1\",\"gasUsed\":\"0x5208\",\"cumulativeGasUsed\":"
            + "\"0x5208\",\"effectiveGasPrice\":\"0x3b9aca00\",\"type\":\"0x2\",\"contractAddress\":null,\"logs\":[],"
            + "\"logsBloom\":\"0x" + "0".repeat(512) + "\",\"blockNumber\":\"");

    private final Shape shape;
    private final Hashes hashes;
    private final TransactionPrinter transactions;

    BlockPrinter(Shape shape, Forks forks) {
        this.shape = shape;
        this.hashes = new Hashes(forks);
        this.transactions = new TransactionPrinter(shape, hashes);
    }

    void print(Ink ink, long height, boolean withTransactions) {
        hashes.block(ink.put(HEAD), height);
        ink.put(PARENT);
        if (height == 0) {
            ink.put(ZEROS);
        } else {
            hashes.block(ink, height - 1);
        }
        ink.put(NUMBER)
                .quantity(height)
                .put(TIME)
                .quantity(CannedChain.time(height))
                .put(TRANSACTIONS);
        for (var index = 0; height > 0 && index < shape.block().transactions(); index++) {
            if (index > 0) {
                ink.put(COMMA);
            }
            if (withTransactions) {
                transactions.print(ink, height, index);
            } else {
                Hashes.transaction(ink.put("\"0x"), height, index).put("\"");
            }
        }
        ink.put(WITHDRAWALS);
        withdrawals(ink, height);
        ink.put(END);
    }

    private void withdrawals(Ink ink, long height) {
        for (var index = 0; height > 0 && index < shape.block().withdrawals(); index++) {
            ink.put(index > 0 ? ",{\"index\":\"" : "{\"index\":\"").quantity(height * 16 + index);
            Key.ofForeigner(index).writeTo(ink.put("\",\"validatorIndex\":\"0x1a2b\",\"address\":\"0x"));
            ink.put("\",\"amount\":\"").quantity(18_000_000 + height).put("\"}");
        }
    }

    void receipt(Ink ink, Hashes.Place place) {
        ink.put(RECEIPT).quantity(place.height());
        hashes.block(ink.put("\",\"blockHash\":\"0x"), place.height());
        Hashes.transaction(ink.put("\",\"transactionHash\":\"0x"), place.height(), place.index());
        ink.put("\",\"transactionIndex\":\"").quantity(place.index()).put("\",\"from\":\"");
        transactions.parties(ink, place.height(), place.index()).put("\"}");
    }
}
