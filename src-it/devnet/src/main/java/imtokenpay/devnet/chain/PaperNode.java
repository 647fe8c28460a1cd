package imtokenpay.devnet.chain;

import imtokenpay.devnet.account.DevKey;
import imtokenpay.devnet.paper.PaperChain;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.IntStream;

/// The simulated chain, with the money where the real development node has it.
record PaperNode(PaperChain chain, String why) implements Node {
    static PaperNode start(int port, Optional<Duration> blockTime, String why) {
        var rich = IntStream.range(0, DevKey.COUNT)
                .mapToObj(i -> DevKey.of(i).getAddress())
                .toList();
        return new PaperNode(new PaperChain(new PaperChain.Start(port, blockTime, rich, InstantSource.system())), why);
    }

    @Override
    public URI url() {
        return chain.url();
    }

    @Override
    public String describe() {
        return "Simulated chain in this JVM at " + url() + ", " + why + ".";
    }

    @Override
    public void close() {
        chain.close();
    }
}
