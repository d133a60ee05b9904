package org.pgassay.probe.tenancy;

import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Isolation.Attempt;
import org.pgassay.check.Isolation.Operation;
import org.pgassay.check.Isolation.Result;

/**
 * Writes down what came of attempts on one table.
 *
 * @param constraint the foreign key that it is about; null for the table itself
 * @param role as which it was tried
 */
record Verdicts(Operation operation, QualifiedName table, @Nullable String constraint, String role) {

    private Attempt attempt(Result result, String attack, String control, String help, int examined) {
        return new Attempt(operation, table, constraint, result, role, attack, control, help, examined);
    }

    /** The other tenant's rows stayed out of reach. */
    Attempt denied(String attack, String control) {
        return attempt(Result.DENIED, attack, control, "", 2);
    }

    /** They did not. */
    Attempt reached(String attack, String control, String help) {
        return attempt(Result.REACHED, attack, control, help, 2);
    }

    /** The role may do nothing of the kind. */
    Attempt noAccess(String attack) {
        return attempt(Result.NO_ACCESS, attack, "", "", 2);
    }

    /** The own rows are out of reach as well, so that the denial says nothing. */
    Attempt shut(String attack, String help) {
        return attempt(Result.SHUT, attack, "", help, 2);
    }

    /** It cannot be told. */
    Attempt untried(String reason, String help) {
        return attempt(Result.UNTRIED, reason, "", help, 0);
    }
}
