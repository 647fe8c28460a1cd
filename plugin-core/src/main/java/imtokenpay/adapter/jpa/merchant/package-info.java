/// Accepted assets, receiving slots and owners as rows.
@NullMarked
package imtokenpay.adapter.jpa.merchant;

import org.jspecify.annotations.NullMarked;
