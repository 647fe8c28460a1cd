package imtokenpay.chain.family;

import imtokenpay.chain.Address;
import java.util.function.Function;

/// How the addresses of a wallet's account are made.
///
/// @param path where wallets keep such an account (BIP-44), such as `m/44'/60'/0'`; only ever shown
/// @param address the address of a public key of 65 bytes: 4, x, y
public record AccountForm(String path, Function<byte[], Address> address) {}
