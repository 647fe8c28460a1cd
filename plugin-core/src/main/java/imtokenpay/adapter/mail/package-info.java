/// Mail by SMTP, through Jakarta Mail, which the server brings along.
@NullMarked
package imtokenpay.adapter.mail;

import org.jspecify.annotations.NullMarked;
