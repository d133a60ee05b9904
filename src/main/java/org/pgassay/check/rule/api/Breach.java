package org.pgassay.check.rule.api;

/**
 * How an object breaks a rule.
 *
 * @param message one sentence that names the object and says the effect plainly
 * @param help what to do, beginning with a verb
 * @param expected what the rule asks for
 * @param observed what the database holds, as PostgreSQL prints it
 */
public record Breach(String message, String help, String expected, String observed) {}
