/** Server-rendered pages. */
@NullMarked
package io.haidang.gateway.web;

import org.jspecify.annotations.NullMarked;
