package imtokenpay.adapter.http;

import java.net.URI;

/// Whom a connection is to.
record Origin(boolean secure, String host, int port) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    static Origin of(URI address) {
        var secure = "https".equals(address.getScheme());
        var standard = secure ? HTTPS : HTTP;
        return new Origin(secure, address.getHost(), address.getPort() < 0 ? standard : address.getPort());
    }

    /// The host as certificates and sockets want it.
    String name() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
