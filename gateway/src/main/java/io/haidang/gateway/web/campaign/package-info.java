/** Pages of rename campaigns. */
@NullMarked
package io.haidang.gateway.web.campaign;

import org.jspecify.annotations.NullMarked;
