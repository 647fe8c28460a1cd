/// What stores were told, what they were not, and what to do about it.
@NullMarked
package imtokenpay.admin.telling;

import org.jspecify.annotations.NullMarked;
