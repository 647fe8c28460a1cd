/// What the merchant takes off for his shoppers: begun here, looked at, ended here.
@NullMarked
package imtokenpay.admin.campaign;

import org.jspecify.annotations.NullMarked;
