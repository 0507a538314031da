package io.haidang.gateway.http.dialect;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * An answer that is not there yet.
 *
 * @param ready asked now and then until there is one, on a thread that may block
 * @param otherwise asked once when nobody can wait any longer
 */
public record LaterReply(
    Supplier<Optional<DialectReply>> ready, Supplier<DialectReply> otherwise) {}
