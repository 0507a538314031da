package io.haidang.gateway.draft;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What the office publishes about one event.
 *
 * @param title for people
 * @param sensitivity label of everything that belongs to it
 * @param textDate date of the event, which decides which names are official
 * @param owner who answers for it
 * @param office whose story it is: the owner's, when it was begun
 */
public record Story(
    UUID id,
    String title,
    Sensitivity sensitivity,
    LocalDate textDate,
    Account owner,
    Office office,
    Instant createdAt) {}
