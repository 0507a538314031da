/** Several nodes as one: who belongs to it, and models that answer for each other. */
@NullMarked
package io.haidang.gateway.cluster;

import org.jspecify.annotations.NullMarked;
