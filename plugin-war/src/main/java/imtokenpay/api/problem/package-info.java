/// What a caller is told when something went wrong.
@NullMarked
package imtokenpay.api.problem;

import org.jspecify.annotations.NullMarked;
