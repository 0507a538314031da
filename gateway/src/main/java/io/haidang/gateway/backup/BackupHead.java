package io.haidang.gateway.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/**
 * What a backup begins with.
 *
 * @param format of the file; there is one so far
 * @param schema the last migration of the database that it was made of
 * @param made an ISO instant
 */
record BackupHead(int format, String schema, String made, List<TableHead> tables) {

  static final int FORMAT = 1;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /**
   * A table, in the order in which their rows follow.
   *
   * @param columns name, colon, kind
   */
  record TableHead(String name, List<String> columns) {}

  BackupHead {
    tables = List.copyOf(tables);
  }

  static BackupHead of(Schema schema, String made) {
    List<TableHead> tables = schema.tables().stream().map(BackupHead::head).toList();
    return new BackupHead(FORMAT, schema.version(), made, tables);
  }

  static TableHead head(Table table) {
    return new TableHead(
        table.name(),
        table.columns().stream().map(column -> column.name() + ":" + column.kind()).toList());
  }

  byte[] json() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and lists are JSON", e);
    }
  }

  static BackupHead read(byte[] json) {
    BackupHead head;
    try {
      head = JSON.readValue(json, BackupHead.class);
    } catch (IOException | RuntimeException e) {
      throw new BackupException("backup: its head cannot be read (expected: JSON)");
    }
    if (head.format() != FORMAT) {
      throw new BackupException(
          "backup: format "
              + head.format()
              + " (expected: "
              + FORMAT
              + "; take the version of Hải Đăng that made it)");
    }
    return head;
  }
}
