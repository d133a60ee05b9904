package org.pgassay.check;

/**
 * A kind of check.
 *
 * @param id {@code family/kind}
 * @param type the class of its checks
 */
public record CheckKind(String id, Class<? extends Check> type) {}
