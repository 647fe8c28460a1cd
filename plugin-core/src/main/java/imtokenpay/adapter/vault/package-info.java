/// Seals what is kept in the database with a key that is not there.
@NullMarked
package imtokenpay.adapter.vault;

import org.jspecify.annotations.NullMarked;
