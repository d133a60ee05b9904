/** Rules on who may see and change what. */
@NullMarked
package org.pgassay.check.rule.security;

import org.jspecify.annotations.NullMarked;
