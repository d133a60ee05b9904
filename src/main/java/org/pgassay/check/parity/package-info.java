/** Parity: how much of another schema the migrated one has alike. */
@NullMarked
package org.pgassay.check.parity;

import org.jspecify.annotations.NullMarked;
