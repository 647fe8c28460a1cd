/// What narrows the list of payments: read from fields and addresses, and written into addresses.
@NullMarked
package imtokenpay.admin.filter;

import org.jspecify.annotations.NullMarked;
