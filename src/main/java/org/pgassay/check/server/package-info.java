/** Checks of the server that the migrations ran on. */
@NullMarked
package org.pgassay.check.server;

import org.jspecify.annotations.NullMarked;
