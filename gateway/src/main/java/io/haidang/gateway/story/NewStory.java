package io.haidang.gateway.story;

import io.haidang.gateway.draft.Sensitivity;
import java.time.LocalDate;

/**
 * A story to begin; {@link Stories} validates it.
 *
 * @param title for people; may be empty, then the first line of its first text stands in
 * @param sensitivity label of everything that will belong to it
 * @param textDate date of the event, which decides which names are official
 */
public record NewStory(String title, Sensitivity sensitivity, LocalDate textDate) {}
