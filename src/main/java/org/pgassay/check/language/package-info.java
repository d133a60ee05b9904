/** Checks of the spec itself. */
@NullMarked
package org.pgassay.check.language;

import org.jspecify.annotations.NullMarked;
