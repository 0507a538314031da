/**
 * The translation memory of the desk: fed by approvals and lists, kept in SQL, found by an index.
 */
@NullMarked
package io.haidang.gateway.memory;

import org.jspecify.annotations.NullMarked;
