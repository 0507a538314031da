@NullMarked
package io.haidang.glossary.match;

import org.jspecify.annotations.NullMarked;
