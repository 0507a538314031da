package io.haidang.gateway.http.kit;

/** Is told of every request that has been answered. Called on event loops; returns at once. */
@FunctionalInterface
public interface RequestListener {

  /** Listens to nothing. */
  RequestListener NONE = (route, method, status, nanos) -> {};

  /** Under which an operation of the API leaves its template with the request. */
  String TEMPLATE = "template of the route";

  /**
   * A request has been answered.
   *
   * @param route the template, such as {@code /drafts/:id}; {@code unmatched} when there is none
   * @param method in capitals; {@code OTHER} for those that HTTP does not define
   */
  void answered(String route, String method, int status, long nanos);
}
