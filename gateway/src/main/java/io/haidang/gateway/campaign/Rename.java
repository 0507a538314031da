package io.haidang.gateway.campaign;

import java.util.Locale;

/**
 * A name that has changed in one language.
 *
 * @param oldName as the glossary wrote it
 * @param newName as it writes it now
 */
public record Rename(Locale language, String oldName, String newName) {}
