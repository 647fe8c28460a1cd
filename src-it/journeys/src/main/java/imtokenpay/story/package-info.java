/// The story that every version must be able to play: one scene for each thing that can happen to an order.
/// `./demo
/// --story` and the journeys play the same scenes.
@NullMarked
package imtokenpay.story;

import org.jspecify.annotations.NullMarked;
