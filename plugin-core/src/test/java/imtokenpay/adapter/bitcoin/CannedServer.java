package imtokenpay.adapter.bitcoin;

import imtokenpay.chain.family.NodeReader;
import java.time.InstantSource;

/// Somebody who tells of a [CannedChain]. What is asked is named as Bitcoin Core names it.
interface CannedServer extends AutoCloseable {
    NodeReader reader(InstantSource clock);

    CannedCalls asked();

    /// What happens before the next question of that name is answered.
    default void once(String method, Runnable happening) {
        asked().once(method, happening);
    }

    /// How often that was asked.
    default long calls(String method) {
        return asked().count(method);
    }

    @Override
    void close();
}
