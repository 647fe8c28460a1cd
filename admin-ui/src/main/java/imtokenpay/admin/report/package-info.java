/// Records for whoever keeps the books: asked for on a page, written line by line, kept nowhere.
@NullMarked
package imtokenpay.admin.report;

import org.jspecify.annotations.NullMarked;
