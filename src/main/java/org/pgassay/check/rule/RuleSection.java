package org.pgassay.check.rule;

import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Node;

/**
 * The part of a spec that states rules.
 *
 * @param rules by their ids; read by {@link RuleStatement}, because what a rule takes is the rule's affair
 */
public record RuleSection(@Nullable Node rules) {}
