/** Checks of the migrations themselves. */
@NullMarked
package org.pgassay.check.migration;

import org.jspecify.annotations.NullMarked;
