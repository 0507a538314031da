/** Operations of the API about translations in review. */
@NullMarked
package io.haidang.gateway.http.review;

import org.jspecify.annotations.NullMarked;
