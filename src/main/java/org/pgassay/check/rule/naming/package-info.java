/** Rules for names, types and comments that a team agrees on. */
@NullMarked
package org.pgassay.check.rule.naming;

import org.jspecify.annotations.NullMarked;
