/// The keys that stores call with: made here, shown once, made void here.
@NullMarked
package imtokenpay.admin.keys;

import org.jspecify.annotations.NullMarked;
