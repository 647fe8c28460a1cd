package imtokenpay.adapter.bitcoin.esplora;

import imtokenpay.adapter.bitcoin.address.BitcoinNet;
import imtokenpay.adapter.bitcoin.block.BitcoinBlock;
import imtokenpay.adapter.bitcoin.block.BlockHead;
import imtokenpay.adapter.bitcoin.block.LoneTransaction;
import imtokenpay.adapter.bitcoin.block.WatchedScripts;
import imtokenpay.adapter.bitcoin.node.BitcoinNode;
import imtokenpay.adapter.bitcoin.node.BlockHeader;
import imtokenpay.adapter.bitcoin.node.NodeState;
import imtokenpay.adapter.bitcoin.node.WaitingId;
import imtokenpay.adapter.evm.pace.InFlight;
import imtokenpay.adapter.evm.rpc.RpcEndpoint;
import imtokenpay.chain.family.NodeAccess;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.TransactionAnswer;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// A server that speaks Esplora's REST API. It says the same as a node of Bitcoin Core, in more and smaller
/// answers, of which at most four are on their way at once.
public final class EsploraNode implements BitcoinNode {
    private static final int HEADERS_MAX = 24;

    /// A list of all that waits is 7 MB at times, and a public server owes us nothing.
    private static final Duration WAITING_REST = Duration.ofMinutes(1);

    /// A node whose newest block is older than this is still catching up (Bitcoin Core,
    /// `src/kernel/chainstatemanager_opts.h`, "DEFAULT_MAX_TIP_AGE"). Esplora does not say whether it is.
    private static final Duration AGE_MAX = Duration.ofHours(24);

    private final BitcoinNet net;
    private final Pages pages;
    private final InstantSource clock;

    private EsploraNode(BitcoinNet net, Pages pages, InstantSource clock) {
        this.net = net;
        this.pages = pages;
        this.clock = clock;
    }

    /// The server at `esplora+https://HOST/PATH`.
    ///
    /// @throws IllegalArgumentException in words that follow the name of the setting for a key, if one is given
    public static EsploraNode at(NodeAccess access, BitcoinNet net, InstantSource clock) {
        if (access.key().isPresent()) {
            throw new IllegalArgumentException("is not asked for by an Esplora server: write - for that address, or"
                    + " leave api-key out where no other address needs one");
        }
        var text = access.address().toString();
        if (access.address().getRawUserInfo() != null || text.contains("?") || text.contains("#")) {
            throw new IllegalArgumentException("cannot go to an Esplora server, whose address in rpc-url holds no name"
                    + " and password and nothing behind its path: write it as esplora+https://HOST/api");
        }
        var address = URI.create(text.substring(text.indexOf('+') + 1).replaceFirst("/+$", ""));
        return new EsploraNode(net, new Pages(new RpcEndpoint(address, Map.of("Accept", "*/*"), clock)), clock);
    }

    @Override
    public BitcoinNet net() {
        return net;
    }

    @Override
    public NodeState state() {
        var ends = all(List.of("/block-height/0", "/blocks/tip/hash"), pages::hash);
        if (ends.contains("")) {
            throw new ChainUnavailable("the node shows no first or no newest block where Esplora has them: the address"
                    + " in the network's rpc-url must be that of the API, which mostly ends in /api");
        }
        checkChain(ends.getFirst());
        var best = ends.getLast();
        var tip = pages.json("/block/" + best, tokens -> ToldBlock.read(tokens, best));
        if (tip.time().plus(AGE_MAX).isBefore(clock.instant())) {
            throw new ChainUnavailable(
                    Reason.BEHIND,
                    "the node is still catching up: its newest block, " + tip.height() + ", is of " + tip.time()
                            + ". Wait until it is done; payments are found then");
        }
        return new NodeState(tip.height(), tip.height(), best, tip.medianTime(), 0);
    }

    @Override
    public List<String> hashes(List<Long> heights) {
        return all(heights, height -> pages.hash("/block-height/" + height));
    }

    @Override
    public List<BlockHeader> headers(List<String> hashes) {
        return all(hashes, this::header);
    }

    // Whether it is in the chain is asked last: so was all before it then.
    private BlockHeader header(String hash) {
        var head = BlockHead.read(pages.hex("/block/" + hash + "/header"), hash);
        var told = pages.json("/block/" + hash, tokens -> ToldBlock.read(tokens, hash));
        var isInChain = pages.json("/block/" + hash + "/status", Pages.flag("in_best_chain"));
        return new BlockHeader(head.at(told.height()), told.medianTime(), isInChain);
    }

    @Override
    public BitcoinBlock block(String hash, WatchedScripts watched) {
        return BitcoinBlock.read(pages.bytes("/block/" + hash + "/raw"), hash, watched);
    }

    @Override
    public List<WaitingId> waiting() {
        return pages.walked("/mempool/txids", WaitingId::list);
    }

    // One request for each would be several in a second, all day, of somebody who owes us nothing.
    @Override
    public List<String> waiting(List<WaitingId> ids) {
        return ids.stream().map(any -> "").toList();
    }

    @Override
    public int waitingAtOnce() {
        return 0;
    }

    @Override
    public TransactionAnswer transaction(String id) {
        state();
        // Its status is "not confirmed" for those that the server has never heard of, too.
        var bytes = pages.bytesIfAny("/tx/" + id + "/raw");
        if (bytes.isEmpty()) {
            return new TransactionAnswer.Unknown();
        }
        var moves = LoneTransaction.moves(bytes.get(), id, net);
        var block = pages.json("/tx/" + id + "/status", ToldPlace::read).block();
        return block.<TransactionAnswer>map(held -> new TransactionAnswer.Done(checked(held), moves))
                .orElseGet(() -> new TransactionAnswer.Pending(moves));
    }

    private long checked(ToldPlace.Block block) {
        if (!hashes(List.of(block.height())).getFirst().equals(block.hash())) {
            throw new ChainUnavailable(
                    Reason.INCONSISTENT,
                    "the chain has left the block behind that held it, and it waits for no other at this node");
        }
        return block.height();
    }

    @Override
    public int headersMax() {
        return HEADERS_MAX;
    }

    @Override
    public Duration waitingRest() {
        return WAITING_REST;
    }

    @Override
    public void close() {
        pages.close();
    }

    private static <T, R> List<R> all(List<T> questions, Function<T, R> ask) {
        return questions.isEmpty()
                ? List.of()
                : new InFlight()
                        .all(questions.stream()
                                .<Supplier<R>>map(one -> () -> ask.apply(one))
                                .toList());
    }
}
