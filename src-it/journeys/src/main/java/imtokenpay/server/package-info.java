/// Payara Micro as a process of its own, with the applications as they were built.
@NullMarked
package imtokenpay.server;

import org.jspecify.annotations.NullMarked;
