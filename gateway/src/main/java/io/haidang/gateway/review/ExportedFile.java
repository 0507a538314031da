package io.haidang.gateway.review;

/**
 * An approved translation in the format of its source.
 *
 * @param name safe for a file system
 * @param mediaType without parameters; the content is text in UTF-8
 */
public record ExportedFile(String name, String mediaType, String content) {}
