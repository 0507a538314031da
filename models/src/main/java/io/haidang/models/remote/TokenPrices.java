package io.haidang.models.remote;

/**
 * What a provider asks for its work, in whatever currency the operator counts in.
 *
 * @param inputPerMillion for a million tokens read, 0 or more
 * @param outputPerMillion for a million tokens written, 0 or more
 */
public record TokenPrices(double inputPerMillion, double outputPerMillion) {

  /** Costs nothing. */
  public static final TokenPrices FREE = new TokenPrices(0, 0);

  public TokenPrices {
    check("price.input", inputPerMillion);
    check("price.output", outputPerMillion);
  }

  private static void check(String name, double price) {
    if (!(price >= 0 && Double.isFinite(price))) {
      throw new IllegalArgumentException(name + ": " + price + " (expected: 0 or more)");
    }
  }

  /** The cost in millionths of the currency's unit. */
  public long costMicros(long inputTokens, long outputTokens) {
    return Math.round(inputTokens * inputPerMillion + outputTokens * outputPerMillion);
  }
}
