package imtokenpay.adapter.evm.known;

import imtokenpay.money.ChainId;
import java.util.Map;
import java.util.Optional;

/// What is publicly known of a network.
///
/// @param explorer where people look a transaction up, with `{tx}` in the hash's place
/// @param genesis the hash of block 0; empty where nobody has published one that we could check
public record Publicly(String explorer, Optional<String> genesis) {
    // Explorers: the networks' own documentation. Genesis: go-ethereum `params/config.go` (1, 11155111), bsc
    // `params/config.go`, superchain-registry (10, 8453), polygon-cli `p2p/sensor` (137), nitro's documentation
    // (42161); read 2026-12.
    private static final Map<String, Publicly> KNOWN = Map.of(
            "1", at("etherscan.io", "0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3"),
            "10", at("optimistic.etherscan.io", "0x7ca38a1916c42007829c55e69d3e9a73265554b586a499015373241b8a3fa48b"),
            "56", at("bscscan.com", "0x0d21840abff46b96c84b2ac9e10e4f5cdaeb5693cb665db62a2f3b02d2d57b5b"),
            "137", at("polygonscan.com", "0xa9c28ce2141b56c474f1dc504bee9b01eb1bd7d1a507580d5519d4437a97de1b"),
            "324", new Publicly("https://explorer.zksync.io/tx/{tx}", Optional.empty()),
            "8453", at("basescan.org", "0xf712aa9241cc24369b143cf6dce85f0902a9731e70d66818a3a5845b296c73dd"),
            "42161", at("arbiscan.io", "0x7ee576b35482195fc49205cec9af72ce14f003b9ae69f6ba0faef4514be8b442"),
            "11155111",
                    at("sepolia.etherscan.io", "0x25a5cc106eea7138acab33231d7160d69cb777ee0c2c553fcddf5138993e6dd9"));

    /// What is known of that one.
    public static Optional<Publicly> of(ChainId chain) {
        return Optional.ofNullable(KNOWN.get(chain.reference()));
    }

    private static Publicly at(String explorer, String genesis) {
        return new Publicly("https://" + explorer + "/tx/{tx}", Optional.of(genesis));
    }
}
