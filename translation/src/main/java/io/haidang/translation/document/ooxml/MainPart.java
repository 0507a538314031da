package io.haidang.translation.document.ooxml;

import io.haidang.translation.document.DocumentFormat;

/**
 * What a package is.
 *
 * @param name of the part where reading begins
 * @param hasMacros as its content type says
 */
record MainPart(DocumentFormat format, String name, boolean hasMacros) {}
