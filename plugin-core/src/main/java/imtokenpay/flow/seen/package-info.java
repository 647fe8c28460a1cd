/// What was sent and is in no block yet, for people who wait to see it: never money, and never kept.
@NullMarked
package imtokenpay.flow.seen;

import org.jspecify.annotations.NullMarked;
