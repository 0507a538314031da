/** Operations of the API about reports. */
@NullMarked
package io.haidang.gateway.http.report;

import org.jspecify.annotations.NullMarked;
