/// The plugin without a server: the production steps on the production database adapters, with H2 beneath.
@NullMarked
package imtokenpay.bench.plugin;

import org.jspecify.annotations.NullMarked;
