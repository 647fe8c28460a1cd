/// Who is paid, and in what: stores, accepted assets, receiving slots.
@NullMarked
package imtokenpay.merchant;

import org.jspecify.annotations.NullMarked;
