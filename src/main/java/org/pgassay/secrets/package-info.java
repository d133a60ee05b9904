/** Finds keys, tokens, private keys and passwords in text, and says where they stand, never what they are. */
@NullMarked
package org.pgassay.secrets;

import org.jspecify.annotations.NullMarked;
