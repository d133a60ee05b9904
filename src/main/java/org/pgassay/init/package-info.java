/** Writes the first spec of a schema that is there already. */
@NullMarked
package org.pgassay.init;

import org.jspecify.annotations.NullMarked;
