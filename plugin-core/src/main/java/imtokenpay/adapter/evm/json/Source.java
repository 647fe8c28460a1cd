package imtokenpay.adapter.evm.json;

import java.io.IOException;

/// Where an answer comes from.
@FunctionalInterface
public interface Source {
    /// Brings some of what is still to come, at least one byte.
    ///
    /// @param at where in the array to put it
    /// @param room how many bytes at most
    /// @return how many it brought; negative if all has come
    /// @throws IOException if the rest cannot be had
    int read(byte[] into, int at, int room) throws IOException;
}
