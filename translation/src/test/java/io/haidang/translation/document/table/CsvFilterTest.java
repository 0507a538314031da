package io.haidang.translation.document.table;

import io.haidang.translation.document.DocumentFilterContract;

final class CsvFilterTest extends DocumentFilterContract {}
