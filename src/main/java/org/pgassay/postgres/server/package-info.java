/** Servers, and the databases and roles on them. */
@NullMarked
package org.pgassay.postgres.server;

import org.jspecify.annotations.NullMarked;
