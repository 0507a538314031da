/**
 * How good texts are: errors that reviewers find, scores, the time that people take, and what that
 * says of engines.
 */
@NullMarked
package io.haidang.gateway.quality;

import org.jspecify.annotations.NullMarked;
