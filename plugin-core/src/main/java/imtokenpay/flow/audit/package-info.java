/// Who did what, kept so that nobody can change it unseen.
@NullMarked
package imtokenpay.flow.audit;

import org.jspecify.annotations.NullMarked;
