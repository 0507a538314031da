/** What the office has made in a month, in figures. */
@NullMarked
package io.haidang.gateway.report;

import org.jspecify.annotations.NullMarked;
