/**
 * What was signed off, for everybody who needs it again: rules of release, notices to the public,
 * what channels show, the searchable library.
 */
@NullMarked
package io.haidang.gateway.library;

import org.jspecify.annotations.NullMarked;
