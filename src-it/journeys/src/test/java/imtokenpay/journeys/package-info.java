/// The story and more, played against the applications as they are built.
@NullMarked
package imtokenpay.journeys;

import org.jspecify.annotations.NullMarked;
