package imtokenpay.adapter.evm.rpc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Speaks TLS 1.3 and nothing older, and only with who the address names, whatever the server that we run in has set as
/// its own default.
final class Tls13 extends SSLSocketFactory {
    private final SSLSocketFactory sockets;

    Tls13(SSLContext context) {
        this.sockets = context.getSocketFactory();
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean closesPlain) throws IOException {
        return strict(sockets.createSocket(plain, host, port, closesPlain));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return strict(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return strict(sockets.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return strict(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return strict(sockets.createSocket(host, port, from, fromPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }

    private static Socket strict(Socket socket) throws IOException {
        if (!(socket instanceof SSLSocket tls)) {
            throw new IOException("no socket of TLS");
        }
        var parameters = tls.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        return tls;
    }
}
