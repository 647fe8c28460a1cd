package imtokenpay.adapter.bitcoin.regtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.base58.Base58;
import imtokenpay.adapter.bitcoin.BitcoinFamily;
import imtokenpay.adapter.bitcoin.address.BitcoinAddress;
import imtokenpay.adapter.bitcoin.address.BitcoinNet;
import imtokenpay.adapter.hd.ExtendedPublicKey;
import imtokenpay.chain.Address;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a real node, which makes the transactions, the blocks and the reorgs itself.
class RegtestTest {
    private static final BitcoinNet NET = BitcoinNet.REGTEST;
    private static final Asset BTC = new Asset(NET.chain() + "/slip44:0", "BTC", 8);
    private static final List<String> KINDS = List.of("legacy", "p2sh-segwit", "bech32", "bech32m");

    @TempDir
    static Path folder;

    private static RegtestNode node;
    private static NodeReader reader;

    @BeforeAll
    static void starts() throws IOException, InterruptedException {
        node = RegtestNode.start(folder);
        reader = node.reader();
        node.call("createwallet", "shopper");
        node.mines(120);
    }

    @AfterAll
    static void stops() {
        if (node != null) {
            reader.close();
            node.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "p2sh-segwit", "bech32", "bech32m"})
    void an_address_stands_for_the_script_that_the_node_says(String kind) {
        var text = node.text("getnewaddress", "", kind);
        var script = node.call("getaddressinfo", text).path("scriptPubKey").asString("");
        var address = BitcoinAddress.parse(NET, text);
        assertEquals(text, address.text());
        assertEquals(script, HexFormat.of().formatHex(BitcoinAddress.script(NET, address)));
        assertEquals(
                address, BitcoinAddress.of(NET, HexFormat.of().parseHex(script)).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"pkh, 44, tpub, 0x043587CF", "sh, 49, upub, 0x044A5262", "wpkh, 84, vpub, 0x045F1CF6"})
    void an_account_has_the_addresses_that_the_node_derives(
            String descriptor, String purpose, String letters, String version) {
        var key = "";
        for (var held : node.call("listdescriptors").path("descriptors")) {
            var text = held.path("desc").asString("");
            if (text.startsWith(descriptor + "(")
                    && text.contains("/" + purpose + "h/1h/0h]")
                    && text.contains("/0/*")) {
                key = text.replaceFirst(".*](tpub[^/]+)/0.*", "$1");
            }
        }
        var written = Base58.checked(key);
        ByteBuffer.wrap(written).putInt(Long.decode(version).intValue());
        var account = ExtendedPublicKey.parse(Base58.text(written)).child(0);
        var form = new BitcoinFamily().account(NET.chain(), letters);
        assertEquals(letters, account.version().name().toLowerCase(Locale.ROOT));
        var wrapped = descriptor.equals("sh") ? "sh(wpkh(" + key + "/0/*))" : descriptor + "(" + key + "/0/*)";
        var checked = node.call("getdescriptorinfo", wrapped).path("descriptor").asString("");
        var derived = node.call("deriveaddresses", checked, List.of(0, 20));
        for (var index = 0; index <= 20; index++) {
            assertEquals(
                    derived.get(index).asString(""),
                    form.address().apply(account.child(index).uncompressed()).text());
        }
    }

    @Test
    void what_a_wallet_pays_to_every_kind_of_address_is_seen_to_the_satoshi() {
        var before = tail();
        var receivers =
                KINDS.stream().map(kind -> node.text("getnewaddress", "", kind)).toList();
        var amounts = List.of("0.00012345", "0.00000600", "1.00000001", "7.77777777");
        var ids = new ArrayList<String>();
        for (var i = 0; i < receivers.size(); i++) {
            ids.add(node.text("sendtoaddress", receivers.get(i), amounts.get(i)));
        }
        var several = node.text("sendmany", "", Map.of(receivers.get(0), "0.5", receivers.get(2), "0.25"));
        assertEquals(List.of(), read(before, receivers).transfers(), "not while it waits in the memory pool");
        var waited = node.now();
        node.mines(1);
        var reading = read(before, receivers);
        assertTrue(reading.transfers().stream()
                .allMatch(transfer -> transfer.sighting().firstSeen().isBefore(waited)));
        assertTrue(reading.isComplete());
        assertEquals(6, reading.transfers().size());
        for (var i = 0; i < receivers.size(); i++) {
            var found = transfers(reading, ids.get(i));
            assertEquals(1, found.size());
            assertEquals(receivers.get(i), found.getFirst().receiver().text());
            assertEquals(
                    amounts.get(i).replaceFirst("\\.?0+$", ""),
                    found.getFirst().amount().decimal());
            assertOutput(found.getFirst());
        }
        assertEquals(
                Set.of("0.5", "0.25"),
                transfers(reading, several).stream()
                        .map(transfer -> transfer.amount().decimal())
                        .collect(Collectors.toSet()));
        transfers(reading, several).forEach(RegtestTest::assertOutput);
    }

    // What the node itself says of that output.
    private static void assertOutput(Transfer transfer) {
        var output = node.call("gettxout", transfer.id().txHash(), transfer.id().logIndex());
        assertEquals(
                transfer.receiver().text(),
                output.path("scriptPubKey").path("address").asString(""));
        assertEquals(
                0,
                transfer.amount()
                        .units()
                        .compareTo(output.path("value")
                                .decimalValue()
                                .movePointRight(8)
                                .toBigIntegerExact()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void money_that_a_reorg_takes_away_is_gone_and_comes_back_in_another_block(int depth) {
        var shop = List.of(node.text("getnewaddress"));
        var before = tail();
        var id = node.text("sendtoaddress", shop.getFirst(), "0.3");
        var first = node.mines(1);
        node.mines(depth);
        var seen = read(before, shop);
        assertEquals(1, seen.transfers().size());
        var held = new ArrayList<>(before.blocks());
        held.addAll(seen.blocks());

        node.leavesBehind(first);
        var without = read(new ChainTail(held), shop);
        assertEquals(before.last(), without.fork());
        assertEquals(List.of(), without.transfers());
        assertTrue(without.last().height() >= seen.last().height());

        node.mines(1);
        var again = read(new ChainTail(without.blocks()), shop);
        assertEquals(
                List.of(id),
                again.transfers().stream()
                        .map(transfer -> transfer.id().txHash())
                        .toList());
    }

    @Test
    void the_block_times_and_their_median_are_those_of_the_node() {
        var head = node.call("getblockchaininfo");
        var reading = read(tail(), List.of());
        assertEquals(head.path("mediantime").asLong(0), reading.view().asOf().getEpochSecond());
        assertEquals(head.path("time").asLong(0), reading.last().time().getEpochSecond());
        assertEquals(0, reader.beginning(Instant.EPOCH).height());
        assertEquals(8, reader.decimals(BTC));
    }

    @Test
    void a_wrong_password_is_told_in_words() {
        try (var stranger = node.reader("shop:wr0ng", node::now)) {
            var refused = assertThrows(ChainUnavailable.class, () -> stranger.decimals(BTC));
            assertTrue(refused.getMessage().contains("does not let us in"), refused.getMessage());
        }
    }

    @Test
    void a_node_that_has_nothing_yet_is_still_catching_up(@TempDir Path other)
            throws IOException, InterruptedException {
        try (var fresh = RegtestNode.start(other);
                var early = fresh.reader()) {
            var refused = assertThrows(ChainUnavailable.class, () -> early.decimals(BTC));
            assertTrue(refused.getMessage().contains("still catching up: it has block 0 of 0"), refused.getMessage());
        }
    }

    private static ChainTail tail() {
        var last = reader.read(new ChainTail(List.of(reader.beginning(Instant.EPOCH))), watch(List.of()));
        return new ChainTail(last.blocks());
    }

    private static Reading read(ChainTail known, List<String> receivers) {
        return reader.read(known, watch(receivers));
    }

    private static List<Transfer> transfers(Reading reading, String id) {
        return reading.transfers().stream()
                .filter(transfer -> transfer.id().txHash().equals(id))
                .toList();
    }

    private static Watch watch(List<String> receivers) {
        return new Watch(Set.of(BTC), receivers.stream().map(Address::new).collect(Collectors.toSet()));
    }
}
