/**
 * The translation memory: what people have approved, found again when the same or nearly the same
 * has to be translated. Knows no SQL: whoever keeps the entries implements {@link
 * io.haidang.translation.memory.MemoryEntries}.
 */
@NullMarked
package io.haidang.translation.memory;

import org.jspecify.annotations.NullMarked;
