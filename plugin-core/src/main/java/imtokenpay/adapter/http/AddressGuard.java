package imtokenpay.adapter.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds out where a store's calls may go: to public addresses, to this machine where the settings say so literally,
/// and to the hosts that the integrator has allowed. Whoever connects takes an address from here and asks no name
/// again, so that a name cannot mean one thing when it is checked and another when it is called.
public final class AddressGuard {
    /// Tells the addresses of a host, as DNS does.
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|::1");
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*");

    private final Set<String> allowed;
    private final Resolver resolver;

    /// @param allowed hosts that may be anywhere, such as `shop.internal` or `10.0.0.5`
    public AddressGuard(List<String> allowed) {
        this(allowed, InetAddress::getAllByName);
    }

    AddressGuard(List<String> allowed, Resolver resolver) {
        this.allowed = allowed.stream().map(AddressGuard::plain).collect(Collectors.toSet());
        this.resolver = resolver;
    }

    /// Whether a host is an address, not a name, and one that is never called.
    public boolean refuses(String host) {
        try {
            var name = plain(host);
            return LITERAL.matcher(name).matches() && !mayCall(name, InetAddress.getByName(name));
        } catch (UnknownHostException noAddress) {
            return true;
        }
    }

    /// The addresses by which a host may be called; at least one.
    ///
    /// @throws IOException if there is none, in words for the integrator
    List<InetAddress> addresses(String host, long nanosMax) throws IOException {
        var name = plain(host);
        var all = resolved(name, nanosMax);
        var callable =
                Arrays.stream(all).filter(address -> mayCall(name, address)).toList();
        if (callable.isEmpty()) {
            throw new IOException("not called: " + name + " is at "
                    + Arrays.stream(all).map(InetAddress::getHostAddress).collect(Collectors.joining(", "))
                    + ", which is not public. If the store is there, set imtoken.webhook.allow=" + name);
        }
        return callable;
    }

    private boolean mayCall(String name, InetAddress address) {
        return allowed.contains(name)
                || THIS_MACHINE.matcher(name).matches() && address.isLoopbackAddress()
                || PublicAddresses.contain(address);
    }

    // The JDK's look-up has no time limit of its own.
    private InetAddress[] resolved(String name, long nanosMax) throws IOException {
        var look = new FutureTask<>(() -> resolver.resolve(name));
        Thread.startVirtualThread(look);
        try {
            return look.get(nanosMax, TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            throw new UnknownHostException(name + ": no answer from DNS in time");
        } catch (ExecutionException failed) {
            throw new UnknownHostException(name + " is not known to DNS");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    private static String plain(String host) {
        var bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return bare.toLowerCase(Locale.ROOT);
    }
}
