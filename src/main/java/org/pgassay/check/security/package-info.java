/** Secrets: columns that must be hashed or encrypted, files and values that must hold none, and privileges. */
@NullMarked
package org.pgassay.check.security;

import org.jspecify.annotations.NullMarked;
