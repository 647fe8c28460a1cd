/// What a wallet makes of a picture: find the QR code, read it, and say which payment it asks for. Three kinds
/// of wallet read the same text differently, and money is lost in that difference, so all three are here.
@NullMarked
package imtokenpay.devnet.wallet.scan;

import org.jspecify.annotations.NullMarked;
