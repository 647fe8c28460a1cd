package imtokenpay.adapter.quorum;

import imtokenpay.chain.watch.ChainReader;

/// One way to look at a chain.
///
/// @param name its host, for logs and screens; never its whole address, which may hold a key
public record Provider(String name, ChainReader reader) {}
