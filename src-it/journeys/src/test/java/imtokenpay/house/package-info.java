/// Rules about the code itself: who may know whom, and what a file may look like.
@NullMarked
package imtokenpay.house;

import org.jspecify.annotations.NullMarked;
