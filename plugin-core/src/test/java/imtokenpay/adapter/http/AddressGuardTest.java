package imtokenpay.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where no store's call may go.
class AddressGuardTest {
    private static final long LONG = TimeUnit.SECONDS.toNanos(20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.0",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "169.254.170.2",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:0:7f00:1::",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::1",
                "3fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fdff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1"
            })
    void an_address_that_is_not_public_is_not_called(String address) {
        var refusal = assertThrows(IOException.class, () -> at(address).addresses("shop.example", LONG));
        assertTrue(refusal.getMessage().contains("imtoken.webhook.allow=shop.example"), refusal.getMessage());
        assertTrue(new AddressGuard(List.of()).refuses(address) || address.startsWith("127.") || address.equals("::1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "168.63.129.17",
                "169.253.255.255",
                "169.255.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.255.255",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::808:808",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2003::1",
                "2606:4700::1111",
                "2a00:1450::1",
                "3ffe::1"
            })
    void a_public_address_is_called(String address) throws IOException {
        assertEquals(List.of(InetAddress.getByName(address)), at(address).addresses("shop.example", LONG));
        assertFalse(new AddressGuard(List.of()).refuses(address));
    }

    @Test
    void of_several_addresses_only_the_public_ones_are_called() throws IOException {
        assertEquals(
                List.of(address("8.8.8.8")), at("10.0.0.1", "8.8.8.8", "::1").addresses("shop.example", LONG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "[::1]", "::1"})
    void this_machine_is_called_where_the_settings_say_so_literally(String host) throws IOException {
        assertEquals(List.of(address("127.0.0.1")), at("127.0.0.1").addresses(host, LONG));
        assertFalse(new AddressGuard(List.of()).refuses(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost.",
                "localhost.example",
                "xlocalhost",
                "127.1",
                "127.0.0.1.",
                "2130706433",
                "017700000001",
                "0x7f000001",
                "0x7f.1",
                "0177.0.0.1",
                "localtest.me",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:0:0:1%lo]"
            })
    void another_way_to_write_this_machine_is_not_called(String host) {
        assertThrows(IOException.class, () -> at("127.0.0.1").addresses(host, LONG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.1", "2130706433", "[::ffff:7f00:1]", "[fe80::1]", "10.0.0.1", "1.2.3.4.5", "[::]"})
    void an_address_that_is_never_called_is_known_without_a_look_up(String host) {
        assertTrue(new AddressGuard(List.of()).refuses(host));
    }

    @Test
    void localhost_that_is_elsewhere_is_not_called() {
        assertThrows(IOException.class, () -> at("10.0.0.1").addresses("localhost", LONG));
    }

    @Test
    void a_host_that_is_allowed_may_be_anywhere_and_no_other() throws IOException {
        var guard = new AddressGuard(
                List.of("Shop.Internal", "[fd00::5]", "10.0.0.5"), host -> new InetAddress[] {address("10.0.0.1")});
        for (var host : List.of("shop.internal", "SHOP.INTERNAL", "[FD00::5]", "10.0.0.5")) {
            assertEquals(List.of(address("10.0.0.1")), guard.addresses(host, LONG));
            assertFalse(guard.refuses(host));
        }
        for (var host : List.of("other.internal", "x.shop.internal", "10.0.0.6", "shop.internal.example")) {
            assertThrows(IOException.class, () -> guard.addresses(host, LONG));
        }
    }

    @Test
    void a_name_that_dns_does_not_answer_is_given_up_in_time() {
        var never = new CountDownLatch(1);
        var guard = new AddressGuard(List.of(), host -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return new InetAddress[0];
        });
        var why = assertThrows(
                UnknownHostException.class, () -> guard.addresses("shop.example", TimeUnit.MILLISECONDS.toNanos(50)));
        never.countDown();
        assertTrue(why.getMessage().contains("DNS"), why.getMessage());
    }

    private static AddressGuard at(String... addresses) {
        return new AddressGuard(List.of(), host -> {
            var found = new InetAddress[addresses.length];
            for (var i = 0; i < found.length; i++) {
                found[i] = InetAddress.getByName(addresses[i]);
            }
            return found;
        });
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }
}
