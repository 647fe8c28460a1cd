/// What is measured, one class for each kind.
@NullMarked
package imtokenpay.bench.row;

import org.jspecify.annotations.NullMarked;
