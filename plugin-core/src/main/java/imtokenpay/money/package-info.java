/// What amounts are. Exists so that no other room ever does arithmetic on a bare number.
@NullMarked
package imtokenpay.money;

import org.jspecify.annotations.NullMarked;
