/// What people are told of by mail, kept until it is sent.
@NullMarked
package imtokenpay.flow.notice;

import org.jspecify.annotations.NullMarked;
