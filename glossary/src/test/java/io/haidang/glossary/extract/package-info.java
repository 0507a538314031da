@NullMarked
package io.haidang.glossary.extract;

import org.jspecify.annotations.NullMarked;
