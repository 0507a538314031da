/**
 * Keeps what the desk knows: a portable copy of the whole database in a file, put back into an
 * empty one, or carried straight from one kind of database to another.
 */
@NullMarked
package io.haidang.gateway.backup;

import org.jspecify.annotations.NullMarked;
