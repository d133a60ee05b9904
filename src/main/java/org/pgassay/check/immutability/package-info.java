/** Tables whose rows must not change, and what is tried to change them. */
@NullMarked
package org.pgassay.check.immutability;

import org.jspecify.annotations.NullMarked;
