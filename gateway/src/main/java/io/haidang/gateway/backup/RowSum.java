package io.haidang.gateway.backup;

import io.haidang.gateway.Sha256;
import java.math.BigInteger;

/**
 * Counts rows and adds up their SHA-256 modulo 2^256. Databases sort text differently, so nothing
 * may depend on the order of rows. Guards against damage, not against somebody who forges rows.
 */
final class RowSum {

  private static final int BITS = 256;

  private long rows;
  private BigInteger sum = BigInteger.ZERO;

  void add(byte[] row) {
    rows++;
    sum = sum.add(new BigInteger(1, Sha256.begin().digest(row)));
    if (sum.bitLength() > BITS) {
      sum = sum.clearBit(BITS);
    }
  }

  TableCount of(Table table) {
    return new TableCount(table.name(), rows, String.format("%064x", sum));
  }
}
