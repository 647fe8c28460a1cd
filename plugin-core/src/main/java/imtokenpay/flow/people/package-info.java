/// Owners and what becomes of them: what must wait, and what every page tells of for a while.
@NullMarked
package imtokenpay.flow.people;

import org.jspecify.annotations.NullMarked;
