/** Rules on what a team builds its schemas from. */
@NullMarked
package org.pgassay.check.rule.design;

import org.jspecify.annotations.NullMarked;
