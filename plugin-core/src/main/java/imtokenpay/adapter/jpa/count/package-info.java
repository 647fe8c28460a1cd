/// Payments counted by the hour and the day, so that sums over years need not read them.
@NullMarked
package imtokenpay.adapter.jpa.count;

import org.jspecify.annotations.NullMarked;
