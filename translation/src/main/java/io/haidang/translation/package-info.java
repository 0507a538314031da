/** Translating segments under a glossary: the API of the module. */
@NullMarked
package io.haidang.translation;

import org.jspecify.annotations.NullMarked;
