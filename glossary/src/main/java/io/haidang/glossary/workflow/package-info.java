/** How a concept becomes official: states, steps and who may take them; no storage. */
@NullMarked
package io.haidang.glossary.workflow;

import org.jspecify.annotations.NullMarked;
