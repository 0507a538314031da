package io.haidang.translation.document.json;

import io.haidang.translation.document.DocumentFilter;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.TextFile;
import io.haidang.translation.document.inplace.InPlaceSkeleton;
import io.haidang.translation.document.inplace.MessageText;
import java.util.List;
import java.util.Set;

/**
 * JSON. Each string at a chosen path is a unit, unless it holds no words; names of members are
 * none. White space, order, numbers and the escapes of other strings stay as they are.
 */
public final class JsonFilter implements DocumentFilter {

  @Override
  public Set<DocumentFormat> formats() {
    return Set.of(DocumentFormat.JSON);
  }

  @Override
  public DocumentSkeleton open(DocumentFormat format, byte[] content, FilterOptions options) {
    TextFile file = TextFile.decode(content);
    List<JsonPath> paths = options.jsonPaths().stream().map(JsonPath::parse).toList();
    boolean ascii = file.text().chars().noneMatch(c -> c > '~') && file.text().contains("\\u");
    List<JsonString> strings =
        JsonStrings.of(file.text()).stream()
            .filter(found -> isChosen(found, paths) && MessageText.isRead(found.value()))
            .map(found -> new JsonString(found, ascii))
            .toList();
    return new InPlaceSkeleton(file, strings);
  }

  private static boolean isChosen(JsonStrings.Found found, List<JsonPath> paths) {
    return paths.isEmpty() || paths.stream().anyMatch(path -> path.matches(found.place()));
  }
}
