/// Takes out of the rows what is to be forgotten.
@NullMarked
package imtokenpay.adapter.jpa.retain;

import org.jspecify.annotations.NullMarked;
