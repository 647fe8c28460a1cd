/// What every page tells of those who may enter.
@NullMarked
package imtokenpay.admin.people;

import org.jspecify.annotations.NullMarked;
