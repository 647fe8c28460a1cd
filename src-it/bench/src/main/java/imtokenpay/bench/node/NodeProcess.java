package imtokenpay.bench.node;

import imtokenpay.bench.chain.Shape;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/// The node in a process of its own, so that what it costs is not counted as a client's. Ends with its parent.
public final class NodeProcess {
    private NodeProcess() {}

    /// @param arguments the name of the shape
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var ended = new CountDownLatch(1);
        try (var node = new CannedNode(Shape.named(arguments[0]))) {
            System.out.println(node.url());
            Thread.ofPlatform().daemon().start(() -> {
                waitForParent();
                ended.countDown();
            });
            ended.await();
        }
    }

    // The parent holds the other end of our input and never writes to it.
    private static void waitForParent() {
        try {
            System.in.readAllBytes();
        } catch (IOException gone) {
            System.err.println("the bench is gone: " + gone.getMessage());
        }
    }
}
