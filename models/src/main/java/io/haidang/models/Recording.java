package io.haidang.models;

import java.util.Locale;

/**
 * A recording or film as a file.
 *
 * @param bytes not modified once they are here
 * @param mediaType such as {@code audio/mpeg}
 * @param language that is spoken
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record Recording(byte[] bytes, String mediaType, Locale language) {}
