/** Attempts to change rows that must not change, as the roles that might. */
@NullMarked
package org.pgassay.probe.immutability;

import org.jspecify.annotations.NullMarked;
