package imtokenpay.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Looks for free ports on this machine.
public final class Ports {
    private static final int TRIED = 100;

    private Ports() {}

    /// `wanted` if it is free, else the next free one after it.
    public static int freeFrom(int wanted) {
        for (int port = wanted; port < wanted + TRIED && port <= 65_535; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + wanted + " on");
    }

    static boolean isFree(int port) {
        return isFree(null, port) && isFree(InetAddress.getLoopbackAddress(), port);
    }

    private static boolean isFree(@org.jspecify.annotations.Nullable InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
