/** Tools in processes of their own: they are started, watched, and never left running. */
@NullMarked
package org.pgassay.migration.command;

import org.jspecify.annotations.NullMarked;
