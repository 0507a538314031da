package io.haidang.gateway.draft;

import io.haidang.gateway.auth.Account;
import io.haidang.translation.document.DocumentFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * A draft as it is kept, without its content.
 *
 * @param author who handed it in, and therefore may not approve it
 */
public record Asset(
    UUID id,
    String title,
    DocumentFormat format,
    Locale sourceLanguage,
    Sensitivity sensitivity,
    LocalDate textDate,
    Account author,
    Instant createdAt) {}
