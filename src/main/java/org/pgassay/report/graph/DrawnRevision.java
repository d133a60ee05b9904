package org.pgassay.report.graph;

import java.util.List;

/**
 * A revision as a drawing shows it.
 *
 * @param id what the tool calls it
 * @param title what the file says of itself; empty for nothing
 * @param parents the ids of those that it follows; one that is not drawn is named beside it
 * @param dependsOn the ids of those that it needs beside them
 */
public record DrawnRevision(String id, String title, List<String> parents, List<String> dependsOn, State state) {

    /** What is known of it. */
    public enum State {
        /** No database was asked. */
        STATED,
        APPLIED,
        PENDING,
        FAILED
    }

    /** Copies the lists. */
    public DrawnRevision {
        parents = List.copyOf(parents);
        dependsOn = List.copyOf(dependsOn);
    }
}
