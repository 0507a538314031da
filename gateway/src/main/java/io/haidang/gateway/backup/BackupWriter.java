package io.haidang.gateway.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.haidang.gateway.Sha256;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a backup: {@link #MAGIC}; compressed with gzip a head in JSON and, for each table, its
 * rows, -1, their number and checksum; and at last the SHA-256 of everything before it.
 */
final class BackupWriter {

  static final byte[] MAGIC = "haidang backup 1\n".getBytes(US_ASCII);
  static final int END_OF_TABLE = -1;
  private static final int BUFFER = 64 << 10;

  private BackupWriter() {}

  /** Writes all of a snapshot; leaves the stream open. */
  static List<TableCount> write(Snapshot snapshot, Instant now, OutputStream out)
      throws SQLException, IOException {
    DigestOutputStream digested = new DigestOutputStream(out, Sha256.begin());
    digested.write(MAGIC);
    List<TableCount> counts;
    try (DataOutputStream rows =
        new DataOutputStream(new GZIPOutputStream(unclosed(digested), BUFFER))) {
      byte[] head = BackupHead.of(snapshot.schema(), now.toString()).json();
      rows.writeInt(head.length);
      rows.write(head);
      counts = tables(snapshot, rows);
    }
    out.write(digested.getMessageDigest().digest());
    out.flush();
    return counts;
  }

  private static List<TableCount> tables(Snapshot snapshot, DataOutputStream out)
      throws SQLException, IOException {
    List<TableCount> counts = new ArrayList<>();
    for (Table table : snapshot.schema().tables()) {
      TableCount count =
          snapshot.read(
              table,
              row -> {
                out.writeInt(row.length);
                out.write(row);
              });
      out.writeInt(END_OF_TABLE);
      out.writeLong(count.rows());
      out.writeUTF(count.checksum());
      counts.add(count);
    }
    return counts;
  }

  private static OutputStream unclosed(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }
}
