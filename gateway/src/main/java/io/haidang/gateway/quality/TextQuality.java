package io.haidang.gateway.quality;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How good one text is.
 *
 * @param results of past decisions, oldest first
 * @param now what it would be worth if it were decided about now
 * @param annotations of all rounds, in reading order
 * @param active time that people had each segment before them
 */
public record TextQuality(
    List<QualityResult> results,
    QualityResult now,
    List<Annotation> annotations,
    Map<Integer, Duration> active) {

  public TextQuality {
    results = List.copyOf(results);
    annotations = List.copyOf(annotations);
    active = Map.copyOf(active);
  }
}
