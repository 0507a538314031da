/** What colleagues say to each other about a text before it goes out. */
@NullMarked
package io.haidang.gateway.discussion;

import org.jspecify.annotations.NullMarked;
