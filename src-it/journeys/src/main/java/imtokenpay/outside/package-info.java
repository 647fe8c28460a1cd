/// The plugin and the shop as the world sees them: over HTTP, with nothing but their addresses.
@NullMarked
package imtokenpay.outside;

import org.jspecify.annotations.NullMarked;
