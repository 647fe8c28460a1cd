/// What the database knows of the plugin's own state.
@NullMarked
package imtokenpay.flow.stock;

import org.jspecify.annotations.NullMarked;
