package imtokenpay.adapter.bitcoin;

import java.util.ArrayList;
import java.util.List;

/// What was asked so far, by Bitcoin Core's names, and what is to happen in between.
final class CannedCalls {
    private final List<String> methods = new ArrayList<>();
    private volatile Runnable before = () -> {};

    synchronized void note(String method) {
        methods.add(method);
        before.run();
    }

    /// What happens before the next question of that name is answered.
    synchronized void once(String method, Runnable happening) {
        before = () -> {
            if (methods.getLast().equals(method)) {
                before = () -> {};
                happening.run();
            }
        };
    }

    synchronized long count(String method) {
        return methods.stream().filter(method::equals).count();
    }
}
