package imtokenpay.adapter.tron;

import imtokenpay.adapter.evm.EvmNetwork;
import imtokenpay.adapter.evm.rpc.RpcEndpoint;
import imtokenpay.chain.Address;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.TransactionAnswer.Move;
import imtokenpay.money.ChainId;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells TRX from what only looks like it. Over JSON-RPC a node shows receiver and amount of a transfer of any TRC-10
/// token, and of frozen TRX, just as those of a transfer of TRX (java-tron, `JsonRpcApiUtil`, read 2026-11). Which of
/// them it is stands in the block as the node's own HTTP interface shows it, at `/wallet/getblockbynum`.
final class CoinProof implements AutoCloseable {
    private final ChainId chain;
    private final RpcEndpoint wallet;

    CoinProof(EvmNetwork network, InstantSource clock) {
        this.chain = network.chain();
        // Beside the JSON-RPC's own.
        this.wallet = new RpcEndpoint(network.rpc().resolve("wallet/getblockbynum"), network.headers(), clock);
    }

    /// The transfers without those of the coin that move something else.
    ///
    /// @throws ChainUnavailable if the node does not show the block of one of them, or shows another
    List<Transfer> proven(List<Transfer> transfers) {
        var blocks = new HashMap<Inclusion, WalletBlock>();
        return transfers.stream()
                .filter(transfer -> transfer.id().logIndex() != TransferId.NATIVE || isProven(transfer, blocks))
                .toList();
    }

    /// What a transaction of a block moved that looks like TRX over JSON-RPC: TRX, a TRC-10 token, or
    /// nothing.
    ///
    /// @param transaction its hash without 0x
    /// @throws ChainUnavailable if the node does not show the block, or shows it without the transaction
    List<Move> moves(long height, String transaction) {
        var block = block(height);
        var coins = block.coins(transaction).map(found -> move(Optional.empty(), found));
        var tokens = block.tokens(transaction).map(found -> move(Optional.of(found.name()), found.moved()));
        return Stream.concat(coins.stream(), tokens.stream()).toList();
    }

    private static Move move(Optional<Address> token, WalletBlock.Coins moved) {
        return new Move(token, moved.sender(), moved.receiver(), moved.units());
    }

    /// Checks that the node has that interface, and for our chain.
    ///
    /// @throws ChainUnavailable if not
    void check() {
        if (!block(0).hash().endsWith(chain.reference().substring(2))) {
            throw new ChainUnavailable(
                    Reason.WRONG_CHAIN,
                    "the node shows another chain below /wallet than below /jsonrpc: correct the network's rpc-url");
        }
    }

    @Override
    public void close() {
        wallet.close();
    }

    // However many transactions of a block are in question, it is asked for once: anybody can send worthless tokens.
    private boolean isProven(Transfer transfer, Map<Inclusion, WalletBlock> blocks) {
        var coins = blocks.computeIfAbsent(transfer.sighting().inclusion(), this::block)
                .coins(transfer.id().txHash());
        var said = new WalletBlock.Coins(transfer.amount().units(), transfer.sender(), transfer.receiver());
        if (coins.isPresent() && !coins.get().equals(said)) {
            throw new ChainUnavailable(Reason.INCONSISTENT, "the node tells two things of one transfer of TRX");
        }
        return coins.isPresent();
    }

    private WalletBlock block(Inclusion inclusion) {
        return switch (inclusion) {
            case Inclusion.Included found -> {
                var block = block(found.height());
                if (!found.hash().equals("0x" + block.hash())) {
                    throw new ChainUnavailable(Reason.INCONSISTENT, "the chain changed while it was read");
                }
                yield block;
            }
            case Inclusion.Gone() -> throw new IllegalStateException("a transfer that was found in no block");
        };
    }

    private WalletBlock block(long height) {
        var question = "{\"num\":" + height + ",\"visible\":false}";
        return WalletBlock.read(wallet.ask(question.getBytes(StandardCharsets.UTF_8)));
    }
}
