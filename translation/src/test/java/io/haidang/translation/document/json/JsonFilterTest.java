package io.haidang.translation.document.json;

import io.haidang.translation.document.DocumentFilterContract;

final class JsonFilterTest extends DocumentFilterContract {}
