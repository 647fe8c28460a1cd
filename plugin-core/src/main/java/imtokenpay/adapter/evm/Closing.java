package imtokenpay.adapter.evm;

import imtokenpay.adapter.evm.coin.Balances;
import imtokenpay.adapter.evm.coin.CoinMove;
import imtokenpay.adapter.evm.coin.EvmBlock;
import imtokenpay.adapter.evm.coin.Flows;
import imtokenpay.adapter.evm.coin.Receipt;
import imtokenpay.adapter.evm.coin.Rise;
import imtokenpay.adapter.evm.pace.InFlight;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.money.Asset;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The last questions about a range: the receipts of transactions, the headers of blocks with transfers, the balances,
/// and whether the chain is still the one that was read.
final class Closing {
    private final CheckedNode node;
    private final InFlight inFlight;
    private final Balances balances;

    Closing(CheckedNode node, InFlight inFlight, Balances balances) {
        this.node = node;
        this.inFlight = inFlight;
        this.balances = balances;
    }

    /// The question for the balances at both ends; empty if none are watched.
    Optional<Balances.Question> balances(RangeReader.Task task) {
        return task.watched().hasBalances()
                ? Optional.of(balances.question(task.fork(), task.range(), task.watched()))
                : Optional.empty();
    }

    /// Asks what is still open; empty if the chain does not have the fork any more.
    ///
    /// @throws ChainUnavailable if the chain changed, or any part is missing or contradicts another
    Optional<RangeReader.Found> close(Shown shown) {
        headers(shown);
        var calls = shown.coinMoves().keySet().stream()
                .collect(Collectors.toMap(move -> move, CoinMove::receipt, (one, other) -> one, LinkedHashMap::new));
        var receipts = new IdentityHashMap<RpcCall<Receipt>, Receipt>();
        var isSettled = shown.isConfirmed() && calls.isEmpty();
        if (!isSettled && !isConfirmed(shown, List.copyOf(calls.values()), receipts)) {
            return Optional.empty();
        }
        var transfers = new ArrayList<Transfer>();
        shown.tokenMoves().forEach(move -> transfers.add(move.in(shown.block(move), shown.at())));
        shown.task()
                .watched()
                .coin()
                .ifPresent(coin -> transfers.addAll(coins(shown, coin, move -> receipts.get(calls.get(move)))));
        return Optional.of(new RangeReader.Found(shown.remembered(), distinct(transfers)));
    }

    private void headers(Shown shown) {
        var calls = shown.missing().stream().map(EvmBlock::header).toList();
        ask(calls).values().forEach(shown::add);
    }

    // A node may tell of the same log twice, but not of two under one name.
    private static List<Transfer> distinct(List<Transfer> transfers) {
        var byId = LinkedHashMap.<TransferId, Transfer>newLinkedHashMap(transfers.size());
        for (var transfer : transfers) {
            var other = byId.putIfAbsent(transfer.id(), transfer);
            if (other != null && !other.equals(transfer)) {
                throw new ChainUnavailable(Reason.INCONSISTENT, "the node showed two transfers as one");
            }
        }
        return List.copyOf(byId.values());
    }

    // In one request, so that all of it is one node's view. Not confirmed if the chain left the fork; if it left
    // anything else, that contradicts what was shown.
    private boolean isConfirmed(Shown shown, List<RpcCall<Receipt>> wanted, Map<RpcCall<Receipt>, Receipt> receipts) {
        var before = Math.max(0, wanted.size() - EvmChainReader.CALLS_MAX);
        receipts.putAll(ask(wanted.subList(0, before)));
        var now = wanted.subList(before, wanted.size());
        var calls = new ArrayList<RpcCall<?>>(now);
        var ends = ends(shown);
        calls.addAll(ends);
        var fork = shown.task().fork();
        var forkAgain = EvmBlock.header(fork.height());
        if (shown.isFirstUnknown()) {
            calls.add(forkAgain);
        }
        var question = shown.isConfirmed() ? Optional.<Balances.Question>empty() : balances(shown.task());
        question.ifPresent(balance -> calls.addAll(balance.calls()));
        var last = EvmBlock.header(shown.task().range().to());
        calls.add(last);
        var answers = node.askForNews(calls);
        now.forEach(call -> receipts.put(call, answers.of(call)));
        ends.forEach(end -> shown.add(answers.of(end)));
        if (shown.isFirstUnknown() && !answers.of(forkAgain).hash().equals(fork.hash())) {
            return false;
        }
        shown.confirm(answers.of(last));
        question.ifPresent(balance -> shown.add(balance.rise(answers, shown.last())));
        return true;
    }

    // Those that do not fit beside the rest are asked for here, each request with the last block in it.
    private List<RpcCall<BlockRef>> ends(Shown shown) {
        var ends = shown.looseEnds().stream()
                .map(end -> EvmBlock.header(end.height()))
                .toList();
        var rest = ends;
        while (rest.size() > EvmChainReader.CALLS_MAX) {
            var part = rest.subList(0, EvmChainReader.CALLS_MAX);
            var last = EvmBlock.header(shown.task().range().to());
            var calls = new ArrayList<RpcCall<?>>(part);
            calls.add(last);
            var answers = node.ask(calls);
            part.forEach(end -> shown.add(answers.of(end)));
            shown.add(answers.of(last));
            rest = rest.subList(part.size(), rest.size());
        }
        return rest;
    }

    private List<Transfer> coins(Shown shown, Asset coin, Function<CoinMove, Receipt> receipts) {
        var flows = new Flows(coin, shown.at());
        shown.blocks().forEach(flows::add);
        shown.coinMoves().forEach((move, block) -> flows.add(move, block, receipts.apply(move)));
        var transfers = new ArrayList<>(flows.transfers());
        var open = shown.rise().stream().toList();
        while (!open.isEmpty()) {
            var parts = open.stream()
                    .filter(rise -> rise.isUnexplained(flows))
                    .collect(Collectors.partitioningBy(Rise::isInOneBlock));
            prove(parts.get(true));
            for (var rise : parts.get(true)) {
                var block = shown.ref(rise.after().height());
                transfers.addAll(rise.transfers(block, flows, coin, shown.at()));
            }
            open = halves(parts.get(false), shown);
        }
        return transfers;
    }

    // A single wrong balance looks like money out of nowhere. So whoever would be paid by one is asked for it again.
    private void prove(List<Rise> rises) {
        if (rises.isEmpty()) {
            return;
        }
        var ends = rises.stream().map(Rise::ends).toList();
        var said = ask(ends.stream().flatMap(List::stream).toList());
        for (var i = 0; i < rises.size(); i++) {
            if (!rises.get(i).isSaidAgain(ends.get(i).stream().map(said::get).toList())) {
                throw new ChainUnavailable(Reason.INCONSISTENT, "the node told two balances of one block");
            }
        }
    }

    private List<Rise> halves(List<Rise> rises, Shown shown) {
        var halves = new ArrayList<Rise>();
        var middles = rises.stream().map(Rise::middle).toList();
        for (var start = 0; start < middles.size(); start += EvmChainReader.CALLS_MAX) {
            var part = middles.subList(start, Math.min(middles.size(), start + EvmChainReader.CALLS_MAX));
            var calls = new ArrayList<RpcCall<?>>(part);
            var last = EvmBlock.header(shown.task().range().to());
            calls.add(last);
            var answers = node.ask(calls);
            shown.confirm(answers.of(last));
            for (var i = 0; i < part.size(); i++) {
                var rise = rises.get(start + i);
                var middle = answers.of(part.get(i));
                balances.note(middle.isPresent());
                middle.ifPresent(units -> halves.addAll(rise.halves(units)));
            }
        }
        return halves;
    }

    private <T> Map<RpcCall<T>, T> ask(List<RpcCall<T>> calls) {
        var parts = new ArrayList<Supplier<Map<RpcCall<T>, T>>>();
        for (var start = 0; start < calls.size(); start += EvmChainReader.CALLS_MAX) {
            var part = calls.subList(start, Math.min(calls.size(), start + EvmChainReader.CALLS_MAX));
            parts.add(() -> {
                var answers = node.ask(part);
                return part.stream().collect(Collectors.toMap(call -> call, answers::of));
            });
        }
        return inFlight.all(parts).stream()
                .flatMap(part -> part.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
