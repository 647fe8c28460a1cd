/// What stores and shoppers wait for, on PostgreSQL.
@NullMarked
package imtokenpay.bench.server;

import org.jspecify.annotations.NullMarked;
