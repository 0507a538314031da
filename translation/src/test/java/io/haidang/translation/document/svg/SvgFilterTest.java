package io.haidang.translation.document.svg;

import io.haidang.translation.document.DocumentFilterContract;

final class SvgFilterTest extends DocumentFilterContract {}
