/** The composition: spec, server, migrations, checks, report. */
@NullMarked
package org.pgassay.verify;

import org.jspecify.annotations.NullMarked;
