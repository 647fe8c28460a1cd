/// What the merchant works with: payments, money that matches none, and the assets he takes.
@NullMarked
package imtokenpay.admin.desk;

import org.jspecify.annotations.NullMarked;
