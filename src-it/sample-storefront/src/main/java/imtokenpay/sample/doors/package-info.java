/// Doors of this SAMPLE for demonstrations and tests: JSON without a login. A real shop has nothing like them.
@NullMarked
package imtokenpay.sample.doors;

import org.jspecify.annotations.NullMarked;
