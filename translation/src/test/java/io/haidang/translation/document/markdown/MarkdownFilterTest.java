package io.haidang.translation.document.markdown;

import io.haidang.translation.document.DocumentFilterContract;

final class MarkdownFilterTest extends DocumentFilterContract {}
