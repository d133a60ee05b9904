@NullMarked
package org.pgassay.ddl;

import org.jspecify.annotations.NullMarked;
