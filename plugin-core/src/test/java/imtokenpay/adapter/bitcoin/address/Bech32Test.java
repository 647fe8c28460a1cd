package imtokenpay.adapter.bitcoin.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Against the published vectors of BIP-173 and BIP-350.
class Bech32Test {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A12UEL5L",
                "a12uel5l",
                "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
                "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
                "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
                "?1ezyfcl"
            })
    void what_bip_173_calls_valid_is_read_and_written_again(String text) {
        var read = Bech32.read(text);
        assertEquals(Bech32.Kind.BECH32, read.kind());
        assertEquals(text.toLowerCase(Locale.ROOT), read.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A1LQFN3A",
                "a1lqfn3a",
                "an83characterlonghumanreadablepartthatcontainsthetheexcludedcharactersbioandnumber11sg7hg6",
                "abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx",
                "11llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllludsr8",
                "split1checkupstagehandshakeupstreamerranterredcaperredlc445v",
                "?1v759aa"
            })
    void what_bip_350_calls_valid_is_read_and_written_again(String text) {
        var read = Bech32.read(text);
        assertEquals(Bech32.Kind.BECH32M, read.kind());
        assertEquals(text.toLowerCase(Locale.ROOT), read.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 1xj0phk",
                "\u007F1g6xzxy",
                "\u00801vctc34",
                "an84characterslonghumanreadablepartthatcontainsthetheexcludedcharactersbioandnumber11d6pts4",
                "qyrz8wqd2c9m",
                "1qyrz8wqd2c9m",
                "y1b0jsk6g",
                "lt1igcx5c0",
                "in1muywd",
                "mm1crxm3i",
                "au1s5cgom",
                "M1VUXWEZ",
                "16plkw9",
                "1p2gdwpf"
            })
    void what_bip_350_calls_invalid_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Bech32.read(text));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "segwit-valid.csv")
    void the_published_addresses_stand_for_the_published_scripts(String address, String script) {
        var read = Bech32.read(address);
        var witness = Witness.of(read);
        assertEquals(script, HexFormat.of().formatHex(OutputScript.witness(witness)));
        assertEquals(address.toLowerCase(Locale.ROOT), witness.text(read.prefix()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
                "tb1z0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqglt7rf",
                "BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL",
                "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",
                "tb1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq24jc47",
                "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",
                "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R",
                "bc1pw5dgrnzv",
                "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav",
                "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
                "tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq47Zagq",
                "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf",
                "tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vpggkg4j",
                "bc1gmk9yu"
            })
    void what_bip_350_calls_no_address_is_none(String text) {
        assertThrows(IllegalArgumentException.class, () -> Witness.of(Bech32.read(text)));
    }

    @Test
    void every_changed_letter_is_noticed() {
        var text = "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu";
        for (var i = 0; i < text.length(); i++) {
            for (var other : new char[] {'q', 'p', '7', 'l'}) {
                if (text.charAt(i) != other) {
                    var changed = text.substring(0, i) + other + text.substring(i + 1);
                    var complaint = assertThrows(IllegalArgumentException.class, () -> Bech32.read(changed));
                    assertTrue(complaint.getMessage().matches(".*(checksum|too short).*"), complaint.getMessage());
                }
            }
        }
    }
}
