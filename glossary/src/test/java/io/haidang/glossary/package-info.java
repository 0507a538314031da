@NullMarked
package io.haidang.glossary;

import org.jspecify.annotations.NullMarked;
