/** The review desk: queue, edits, decisions, export. */
@NullMarked
package io.haidang.gateway.review;

import org.jspecify.annotations.NullMarked;
