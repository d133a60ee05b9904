/** What a rule is, and what it may consult. */
@NullMarked
package org.pgassay.check.rule.api;

import org.jspecify.annotations.NullMarked;
