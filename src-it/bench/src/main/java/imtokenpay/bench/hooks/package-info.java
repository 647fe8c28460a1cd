/// How fast stores are told, by the production steps on H2 in a file and over real sockets.
@NullMarked
package imtokenpay.bench.hooks;

import org.jspecify.annotations.NullMarked;
