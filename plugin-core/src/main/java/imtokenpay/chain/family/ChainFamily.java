package imtokenpay.chain.family;

import imtokenpay.chain.Address;
import imtokenpay.chain.watch.Heads;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// Chains that are spelled and read alike: all that share a CAIP-2 namespace. Whatever is refused here is refused in
/// words for the person who wrote the configuration or typed an address; they follow the setting's name.
public interface ChainFamily {
    /// The CAIP-2 namespace, such as `eip155`.
    String namespace();

    /// Checks that the reference of a chain's id is written as this family writes them.
    ///
    /// @throws IllegalArgumentException in those words if it is not
    void check(ChainId chain);

    /// Reads an address that a person typed.
    ///
    /// @return the address in the one spelling that the chain has for it
    /// @throws IllegalArgumentException in those words if it is none of that chain, is mistyped, or is a secret; a
    /// secret is never repeated
    Address address(ChainId chain, String text);

    /// The asset with its CAIP-19 id in one spelling: else two spellings would be two assets.
    ///
    /// @throws IllegalArgumentException in those words if the id names no asset of this family
    Asset asset(Asset asset);

    /// After how many confirmations a transfer is final where the integrator says nothing; the block that holds it
    /// counts 1.
    int confirmations();

    /// How long to rest between two looks at a chain whose blocks come too irregularly to learn from; empty where the
    /// blocks themselves tell when the next one is due.
    default Optional<Duration> rest() {
        return Optional.empty();
    }

    /// What a node may speak besides what most of this family speak; whoever writes its address says so by one of these
    /// names and a plus before it, such as `NAME+https://...`.
    default Set<String> dialects() {
        return Set.of();
    }

    /// Makes what reads a chain through one node. Touches no network yet.
    ///
    /// @throws IllegalArgumentException in those words if the node cannot be reached in that way
    NodeReader reader(NodeAccess access, InstantSource clock);

    /// Makes what tells of a chain's new blocks.
    ///
    /// @param address a ws or wss address; may hold a key, so it is never printed
    /// @throws IllegalArgumentException in those words if no node of this family tells that way
    Heads heads(ChainId chain, URI address);

    /// The page where people usually look a transaction of that chain up, with `{tx}` in the hash's place; empty where
    /// there is none that everybody knows.
    default Optional<String> explorer(ChainId chain) {
        return Optional.empty();
    }

    /// How the addresses of an account are made of its public keys.
    ///
    /// @param letters the first four of its extended public key, such as `xpub` or `zpub` (BIP-32, SLIP-132)
    /// @throws IllegalArgumentException in those words if this chain has no such accounts
    AccountForm account(ChainId chain, String letters);
}
