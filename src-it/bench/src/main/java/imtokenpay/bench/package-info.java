/// Measures the plugin's promises of speed, each beside a peer in the same run. `docs/bench.md` says how.
@NullMarked
package imtokenpay.bench;

import org.jspecify.annotations.NullMarked;
