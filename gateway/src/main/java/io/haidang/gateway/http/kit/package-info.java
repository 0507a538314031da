/** What every room of the API, and of the pages, is built with: calls, replies, bodies, threads. */
@NullMarked
package io.haidang.gateway.http.kit;

import org.jspecify.annotations.NullMarked;
