package io.haidang.translation.document.plain;

import io.haidang.translation.document.DocumentFilterContract;

final class PlainFilterTest extends DocumentFilterContract {}
