/// How the bench measures, and how it says what it measured.
@NullMarked
package imtokenpay.bench.report;

import org.jspecify.annotations.NullMarked;
