/// How the page speaks to wallets: by a code, by a link, and from within a wallet's own browser.
@NullMarked
package imtokenpay.checkout.wallet;

import org.jspecify.annotations.NullMarked;
