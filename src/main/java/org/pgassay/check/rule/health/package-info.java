/** Rules for schemas that stay sound and fast. */
@NullMarked
package org.pgassay.check.rule.health;

import org.jspecify.annotations.NullMarked;
