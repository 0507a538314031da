package io.haidang.gateway.library;

import io.haidang.gateway.channel.PublishedText;
import io.haidang.gateway.draft.Story;
import io.haidang.gateway.draft.Target;

/**
 * A product that was signed off, as the library shows it.
 *
 * @param text without markup
 */
public record LibraryEntry(Target target, Story story, PublishedText text) {}
