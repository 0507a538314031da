@NullMarked
package io.haidang.glossary.workflow;

import org.jspecify.annotations.NullMarked;
