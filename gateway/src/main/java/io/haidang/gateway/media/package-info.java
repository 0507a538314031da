/** Recordings and films in the hands of ffmpeg, where that is installed. */
@NullMarked
package io.haidang.gateway.media;

import org.jspecify.annotations.NullMarked;
