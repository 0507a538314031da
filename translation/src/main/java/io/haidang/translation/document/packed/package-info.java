/**
 * Documents that are zip packages of XML parts: what Office Open XML and OpenDocument have in
 * common.
 *
 * <p>A part is never parsed into a tree and written out again. It is scanned once, the ranges that
 * hold text are remembered, and merging copies everything between them; so whatever is not text
 * comes out byte for byte as it went in, in time and memory linear in its size.
 */
@NullMarked
package io.haidang.translation.document.packed;

import org.jspecify.annotations.NullMarked;
