/** Checks of the delivery report's sentences. */
@NullMarked
package org.pgassay.check.claim;

import org.jspecify.annotations.NullMarked;
