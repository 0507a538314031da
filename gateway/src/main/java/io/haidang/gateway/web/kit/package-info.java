/**
 * What every room of pages is built with: requests, the frame of a page, words, lists, addresses.
 */
@NullMarked
package io.haidang.gateway.web.kit;

import org.jspecify.annotations.NullMarked;
