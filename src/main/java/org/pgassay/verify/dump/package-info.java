/** SQL dumps as databases: what pg_dump prints, or people write, restored on a server of pgAssay's own. */
@NullMarked
package org.pgassay.verify.dump;

import org.jspecify.annotations.NullMarked;
