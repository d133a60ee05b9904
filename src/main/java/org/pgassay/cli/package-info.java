/** The command line. */
@NullMarked
package org.pgassay.cli;

import org.jspecify.annotations.NullMarked;
