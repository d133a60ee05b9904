/** Queries of the release in production, which must work while the next one's revisions are applied. */
@NullMarked
package org.pgassay.check.contract;

import org.jspecify.annotations.NullMarked;
