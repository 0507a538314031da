/** Which text is read first: risk, deadline and age, kept with the text. */
@NullMarked
package io.haidang.gateway.priority;

import org.jspecify.annotations.NullMarked;
