/**
 * How clients want their translations to be worded: rules to choose from, and words of their own.
 */
@NullMarked
package io.haidang.gateway.style;

import org.jspecify.annotations.NullMarked;
