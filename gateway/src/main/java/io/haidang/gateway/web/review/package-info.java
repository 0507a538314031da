/** Pages of reviewers: the queue, the workbench, and what may be done to a translation. */
@NullMarked
package io.haidang.gateway.web.review;

import org.jspecify.annotations.NullMarked;
