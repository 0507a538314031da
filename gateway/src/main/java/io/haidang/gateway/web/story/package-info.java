/** Pages of stories: their parts, products, facts, and what leaves the house. */
@NullMarked
package io.haidang.gateway.web.story;

import org.jspecify.annotations.NullMarked;
