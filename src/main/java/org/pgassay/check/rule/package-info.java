/** Checks that a rule holds of every object that it is stated for. */
@NullMarked
package org.pgassay.check.rule;

import org.jspecify.annotations.NullMarked;
