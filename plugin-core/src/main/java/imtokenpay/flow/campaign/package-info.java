/// Payments are made cheaper by campaigns, and people make campaigns.
@NullMarked
package imtokenpay.flow.campaign;

import org.jspecify.annotations.NullMarked;
