package io.haidang.models.onnx;

import ai.onnxruntime.OrtException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why ONNX Runtime could not load a file, and what it would have loaded. */
final class LoadFault {

  private static final Pattern OPSET =
      Pattern.compile("opset (\\d+) is under development", Pattern.CASE_INSENSITIVE);
  private static final Pattern KNOWN_OPSET = Pattern.compile("till opset (\\d+)");

  private LoadFault() {}

  static String describe(OrtException e) {
    String message = String.valueOf(e.getMessage());
    Matcher opset = OPSET.matcher(message);
    if (opset.find()) {
      Matcher known = KNOWN_OPSET.matcher(message);
      String most = known.find() ? known.group(1) : "what ONNX Runtime knows";
      return "opset: " + opset.group(1) + " (expected: at most " + most + ")";
    }
    if (message.toLowerCase(Locale.ROOT).contains("not a registered function/op")
        || e.getCode() == OrtException.OrtErrorCode.ORT_NOT_IMPLEMENTED) {
      return "operator: unknown (expected: operators of ONNX and ONNX Runtime)";
    }
    if (e.getCode() == OrtException.OrtErrorCode.ORT_INVALID_PROTOBUF) {
      return "protobuf: corrupt (expected: an ONNX model)";
    }
    return "unreadable (expected: an ONNX model)";
  }
}
