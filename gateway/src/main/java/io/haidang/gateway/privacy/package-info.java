/** What the desk keeps of a person, for that person. */
@NullMarked
package io.haidang.gateway.privacy;

import org.jspecify.annotations.NullMarked;
