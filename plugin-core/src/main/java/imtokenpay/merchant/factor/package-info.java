/// The second factor that owners sign in with: codes of an authenticator app, and recovery codes on
/// paper.
@NullMarked
package imtokenpay.merchant.factor;

import org.jspecify.annotations.NullMarked;
