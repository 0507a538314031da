/** Markdown: CommonMark with the tables and strike-through of GitHub. */
@NullMarked
package io.haidang.translation.document.markdown;

import org.jspecify.annotations.NullMarked;
