package org.pgassay.migration.alembic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;

/** Which revisions come before which. */
final class Ancestry {

    private final Map<String, Revision> byId = new HashMap<>();

    private Ancestry() {}

    static Ancestry of(RevisionGraph graph) {
        Ancestry ancestry = new Ancestry();
        graph.revisions().forEach(revision -> ancestry.byId.putIfAbsent(revision.id(), revision));
        return ancestry;
    }

    /**
     * Where to downgrade to so that one revision is undone and nothing beside it: {@code REVISION@PARENT} takes of the
     * parent's children only those that the revision rests on. A parent is needed that no other parent rests on.
     */
    String below(Revision revision) {
        List<String> parents = revision.parents();
        String parent = parents.stream()
                .filter(each -> parents.stream().noneMatch(other -> !other.equals(each) && before(other, each)))
                .findFirst()
                .orElse("base");
        return revision.id() + "@" + parent;
    }

    /** Whether a revision rests on another one. */
    private boolean before(String id, String ancestor) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            Revision revision = byId.get(open.remove());
            if (revision == null || !seen.add(revision.id())) {
                continue;
            }
            if (revision.parents().contains(ancestor)) {
                return true;
            }
            open.addAll(revision.parents());
        }
        return false;
    }
}
