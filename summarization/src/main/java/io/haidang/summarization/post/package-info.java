/** Posts for social platforms: layout, hashtags, what is seen before the fold. */
@NullMarked
package io.haidang.summarization.post;

import org.jspecify.annotations.NullMarked;
