/// What an admin may look at and decide.
@NullMarked
package imtokenpay.flow.admin;

import org.jspecify.annotations.NullMarked;
