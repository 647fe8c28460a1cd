package imtokenpay.flow;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A step that touches the network and therefore holds no transaction: a slow node must never lock a row.
@Stereotype
@Singleton
@Transactional(Transactional.TxType.NEVER)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Pass {}
