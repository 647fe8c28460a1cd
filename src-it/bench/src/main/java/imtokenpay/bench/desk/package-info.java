/// What the person at the desk waits for.
@NullMarked
package imtokenpay.bench.desk;

import org.jspecify.annotations.NullMarked;
