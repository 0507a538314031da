/** The monthly report as a page that prints well. */
@NullMarked
package io.haidang.gateway.web.report;

import org.jspecify.annotations.NullMarked;
