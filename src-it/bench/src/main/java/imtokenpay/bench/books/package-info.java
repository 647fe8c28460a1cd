/// What reports cost when there is much to report.
@NullMarked
package imtokenpay.bench.books;

import org.jspecify.annotations.NullMarked;
