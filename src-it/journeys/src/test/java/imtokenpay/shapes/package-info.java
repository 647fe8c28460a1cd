/// A store of one table, out of which [imtokenpay.journeys.StoresIT] makes stores of every make.
@NullMarked
package imtokenpay.shapes;

import org.jspecify.annotations.NullMarked;
