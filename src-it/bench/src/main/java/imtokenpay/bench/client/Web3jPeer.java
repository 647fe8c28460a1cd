package imtokenpay.bench.client;

import imtokenpay.bench.chain.CannedChain;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.web3j.protocol.Service;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.response.Log;

/// What a project does that takes web3j as its manual says, but over `java.net.http`: web3j's own transport is left out
/// of our dependencies. Our reader uses a cheaper one, so the two differ in that, too.
public final class Web3jPeer implements AutoCloseable {
    private static final int PADDING = 26;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Web3j web3j;
    private final Set<String> receivers;

    /// @param receivers addresses of 40 small digits, without `0x`
    public Web3jPeer(URI node, Set<String> receivers) {
        this.receivers = Set.copyOf(receivers);
        this.web3j = Web3j.build(new Service(false) {
            @Override
            protected InputStream performIO(String body) throws IOException {
                return post(node, body);
            }

            @Override
            public void close() {
                http.close();
            }
        });
    }

    /// Asks for the token's logs in steps; how many pay one of the receivers.
    public long logs(long from, long to, long step) {
        var found = 0L;
        for (var start = from; start <= to; start += step) {
            var filter = new EthFilter(at(start), at(Math.min(to, start + step - 1)), CannedChain.TOKEN)
                    .addSingleTopic(Questions.TRANSFER);
            try {
                for (var result : web3j.ethGetLogs(filter).send().getLogs()) {
                    var log = (Log) result.get();
                    var units = new BigInteger(log.getData().substring(2), 16);
                    var receiver = log.getTopics().get(2).substring(PADDING);
                    found += units.signum() > 0 && receivers.contains(receiver) ? 1 : 0;
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return found;
    }

    /// Replays the transactions of a range; how many carry coins to one of the receivers.
    public long replay(long from, long to) {
        var found = new AtomicLong();
        web3j.replayPastTransactionsFlowable(at(from), at(to)).blockingForEach(transaction -> {
            var receiver = transaction.getTo();
            if (receiver != null && transaction.getValue().signum() > 0 && receivers.contains(receiver.substring(2))) {
                found.incrementAndGet();
            }
        });
        return found.get();
    }

    @Override
    public void close() {
        web3j.shutdown();
    }

    private static DefaultBlockParameter at(long height) {
        return DefaultBlockParameter.valueOf(BigInteger.valueOf(height));
    }

    private InputStream post(URI node, String body) throws IOException {
        try {
            var request = HttpRequest.newBuilder(node)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return new ByteArrayInputStream(
                    http.send(request, BodyHandlers.ofByteArray()).body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }
}
