/** Files that clients have translated whole, at once and without review. */
@NullMarked
package io.haidang.gateway.clientdocs;

import org.jspecify.annotations.NullMarked;
