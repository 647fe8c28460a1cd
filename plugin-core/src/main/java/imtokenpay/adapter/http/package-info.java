/// Carries webhooks to stores over HTTP.
@NullMarked
package imtokenpay.adapter.http;

import org.jspecify.annotations.NullMarked;
