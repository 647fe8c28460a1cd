/// Keeps everything in a relational database. The only room that knows of JPA; the schema is made by its
/// migrations.
@NullMarked
package imtokenpay.adapter.jpa;

import org.jspecify.annotations.NullMarked;
