package io.haidang.models.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** ONNX files made by hand, field by field; the numbers are those of {@code onnx.proto}. */
public final class OnnxBytes {

  private OnnxBytes() {}

  public static byte[] external(String location) {
    byte[] entry = message(13, join(text(1, "location"), text(2, location)));
    return message(7, message(5, entry));
  }

  public static byte[] node(String operator, String domain) {
    return message(1, join(text(4, operator), text(7, domain)));
  }

  public static byte[] text(int field, String value) {
    return message(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** A length-delimited field. */
  public static byte[] message(int field, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, ((long) field << 3) | 2);
    varint(out, content.length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long left = value;
    while (left > 0x7F) {
      out.write((int) ((left & 0x7F) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
