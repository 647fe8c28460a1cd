package imtokenpay.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.devnet.chain.DevChain;
import imtokenpay.devnet.rpc.JsonRpc;
import imtokenpay.devnet.rpc.RpcFailure;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WireTest {
    private final DevChain chain = DevChain.paper(0, Optional.empty());
    private final Wire wire = new Wire(chain.rpcUrl());
    private final JsonRpc rpc = new JsonRpc(wire.end());

    @AfterEach
    void stop() {
        wire.close();
        chain.close();
    }

    @Test
    void a_sound_wire_carries_question_and_answer() {
        assertEquals("0x7a69", rpc.text("eth_chainId"));
    }

    @Test
    void a_cut_wire_carries_nothing_until_it_is_mended() {
        wire.cut();
        assertThrows(RpcFailure.class, () -> rpc.text("eth_chainId"));
        wire.mend();
        assertEquals("0x7a69", rpc.text("eth_chainId"));
    }

    @Test
    void a_garbled_wire_answers_with_something_that_is_no_json() {
        wire.garble();
        assertThrows(RpcFailure.class, () -> rpc.text("eth_chainId"));
    }
}
