/** Servers, the catalog reader, the blueprint builder and the runners: the only package that talks to PostgreSQL. */
@NullMarked
package org.pgassay.postgres;

import org.jspecify.annotations.NullMarked;
