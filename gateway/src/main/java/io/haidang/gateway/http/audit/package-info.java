/** The audit in the API, for administrators and auditors. */
@NullMarked
package io.haidang.gateway.http.audit;

import org.jspecify.annotations.NullMarked;
