/**
 * A client of the HTTP API, for programs in Java 17: submit, wait, fetch, look names up. It needs
 * the JDK and Jackson and nothing else of this project; the build packs it as a jar of its own
 * (classifier {@code client}).
 */
@NullMarked
package io.haidang.client;

import org.jspecify.annotations.NullMarked;
