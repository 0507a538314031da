package io.haidang.gateway.http.deepl.usage;

import io.haidang.gateway.auth.KeyLimits;
import io.haidang.gateway.http.dialect.Dialect;
import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectReply;
import io.haidang.gateway.http.kit.DialectSettings;
import io.haidang.gateway.limit.Allowances;
import io.haidang.gateway.limit.KeyUse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** {@code /v2/usage}: the present month of the key that asks. */
public final class UsageOperations {

  /** What clients are told who have no limit; they expect a number. */
  private static final long UNLIMITED = 1_000_000_000_000L;

  private final Allowances allowances;
  private final DialectSettings settings;
  private final Clock clock;

  private UsageOperations(Dialect dialect) {
    this.allowances = dialect.services().allowances();
    this.settings = dialect.settings();
    this.clock = dialect.services().clock();
  }

  public static void add(Dialect dialect) {
    UsageOperations usage = new UsageOperations(dialect);
    for (String version : new String[] {"/v1", "/v2"}) {
      dialect.get(version + "/usage", usage::tell);
      dialect.post(version + "/usage", usage::tell);
    }
  }

  private DialectReply tell(DialectCall call) {
    KeyUse taken = allowances.taken(call.key());
    KeyLimits limits = call.key().limits();
    JsonObject json = new JsonObject();
    addCharacters(json, taken.characters(), limits.charactersPerMonth());
    boolean team = settings.rehearsal().filter(played -> played.isTeam(call.key())).isPresent();
    Long documents = limits.documentsPerMonth();
    if (documents != null) {
      String prefix = team ? "team_document" : "document";
      json.put(prefix + "_count", taken.documents()).put(prefix + "_limit", documents);
    }
    return DialectReply.json(json);
  }

  private void addCharacters(JsonObject json, long taken, @Nullable Long limit) {
    if (limit == null && settings.rehearsal().isPresent()) {
      return; // A client tries how it reads an answer without them.
    }
    long most = limit == null ? UNLIMITED : limit;
    YearMonth month = YearMonth.now(clock.withZone(ZoneOffset.UTC));
    json.put("character_count", taken)
        .put("character_limit", most)
        .put("api_key_character_count", taken)
        .put("api_key_character_limit", most)
        .put("start_time", start(month.atDay(1)))
        .put("end_time", start(month.plusMonths(1).atDay(1)))
        .put(
            "products",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("product_type", "translate")
                        .put("api_key_character_count", taken)
                        .put("character_count", taken)));
  }

  private static String start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toString();
  }
}
