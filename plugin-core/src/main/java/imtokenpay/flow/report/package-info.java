/// What became of the money, for whoever keeps the books: read in pages, so that a million payments need no more memory
/// than a hundred.
@NullMarked
package imtokenpay.flow.report;

import org.jspecify.annotations.NullMarked;
