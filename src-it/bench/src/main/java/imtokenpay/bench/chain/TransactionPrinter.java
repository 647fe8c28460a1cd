package imtokenpay.bench.chain;

/// Writes transactions as geth writes them within a block.
final class TransactionPrinter {
    private static final byte[] START =
            Ink.text("{\"type\":\"0x2\",\"chainId\":\"0x7a69\",\"nonce\":\"0x1b3f\",\"gas\":"
                    + "\"0x5208\",\"gasPrice\":\"0x4a817c80\",\"maxFeePerGas\":\"0x77359400\",\"maxPriorityFeePerGas\":"
                    + "\"0x3b9aca00\",\"accessList\":[],\"v\":\"0x1\",\"yParity\":\"0x1\",\"r\":\"0x" + "c".repeat(64)
                    + "\",\"s\":\"0x" + "5".repeat(64) + "\",\"blockHash\":\"0x");
    private static final byte[] NUMBER = Ink.text("\",\"blockNumber\":\"");
    private static final byte[] FROM = Ink.text("\",\"from\":\"");
    private static final byte[] TO = Ink.text("\",\"to\":\"");
    private static final byte[] HASH = Ink.text("\",\"hash\":\"0x");
    private static final byte[] INDEX = Ink.text("\",\"transactionIndex\":\"");
    private static final byte[] VALUE = Ink.text("\",\"value\":\"");
    private static final byte[] INPUT = Ink.text("\",\"input\":\"0x");
    private static final byte[] TRANSFER = Ink.text("a9059cbb000000000000000000000000");
    private static final byte[] END = Ink.text("\"}");

    private final Shape shape;
    private final Hashes hashes;
    private final byte[] otherInput;

    TransactionPrinter(Shape shape, Hashes hashes) {
        this.shape = shape;
        this.hashes = hashes;
        this.otherInput = Ink.text("3593564c" + "0d".repeat(shape.block().inputBytes()));
    }

    void print(Ink ink, long height, int index) {
        hashes.block(ink.put(START), height);
        ink.put(NUMBER).quantity(height).put(FROM);
        parties(ink, height, index);
        Hashes.transaction(ink.put(HASH), height, index);
        ink.put(INDEX).quantity(index);
        var isCoin = index >= shape.block().tokens() && index < shape.block().transfers();
        ink.put(VALUE).quantity(isCoin ? Shape.units(height, index) : 0).put(INPUT);
        if (index < shape.block().tokens()) {
            shape.receiver(height, index).writeTo(ink.put(TRANSFER));
            ink.digits(0, 48).digits(Shape.units(height, index), 16);
        } else if (!isCoin) {
            ink.put(otherInput);
        }
        ink.put(END);
    }

    // From whom, and to whom: a token's transfer goes to the token.
    Ink parties(Ink ink, long height, int index) {
        Key.ofForeigner(Mix.of(index, height)).writeTo(ink.put("0x"));
        ink.put(TO);
        if (index < shape.block().tokens()) {
            return ink.put(CannedChain.TOKEN);
        }
        var isCoin = index < shape.block().transfers();
        var to = isCoin ? shape.receiver(height, index) : Key.ofForeigner(index);
        return to.writeTo(ink.put("0x"));
    }
}
