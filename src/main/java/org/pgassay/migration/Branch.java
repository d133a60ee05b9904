package org.pgassay.migration;

import java.util.List;

/**
 * Revisions that follow one another without a fork or a merge between them.
 *
 * @param name the tool's label for it, otherwise the id of its last revision
 * @param revisions at least one, each after its parent
 */
public record Branch(String name, List<Revision> revisions) {

    /** Copies the list. */
    public Branch {
        revisions = List.copyOf(revisions);
    }
}
