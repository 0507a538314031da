package io.haidang.gateway.testing;

import io.haidang.gateway.ErrorCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The error codes that a test really brings about. A test that claims a code and does not get it
 * fails; a code that no test claims fails {@code ErrorCatalogueTest}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ProvokesExtension.class)
public @interface Provokes {
  ErrorCode[] value();
}
