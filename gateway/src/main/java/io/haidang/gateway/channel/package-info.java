/**
 * What leaves the house and when: rules of release, clearances, what channels show, notices to the
 * public. Tables and values only; {@code gateway.library} is where people work with them.
 */
@NullMarked
package io.haidang.gateway.channel;

import org.jspecify.annotations.NullMarked;
