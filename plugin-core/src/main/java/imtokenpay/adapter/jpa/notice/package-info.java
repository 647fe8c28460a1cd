/// What is to be told, as rows.
@NullMarked
package imtokenpay.adapter.jpa.notice;

import org.jspecify.annotations.NullMarked;
