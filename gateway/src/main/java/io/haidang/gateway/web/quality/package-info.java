/**
 * What is said about translations: requests, errors, scores, charts, and sign-off of many at once.
 */
@NullMarked
package io.haidang.gateway.web.quality;

import org.jspecify.annotations.NullMarked;
