/** Reads the values that rows hold. */
@NullMarked
package org.pgassay.probe.values;

import org.jspecify.annotations.NullMarked;
