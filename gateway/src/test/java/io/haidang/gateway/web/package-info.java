/** The pages, over real HTTP and in a real browser. */
@NullMarked
package io.haidang.gateway.web;

import org.jspecify.annotations.NullMarked;
