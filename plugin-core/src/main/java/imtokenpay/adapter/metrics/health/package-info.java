/// What `/health` answers.
@NullMarked
package imtokenpay.adapter.metrics.health;

import org.jspecify.annotations.NullMarked;
