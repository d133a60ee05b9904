package org.pgassay.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges an included file into a spec: mappings are united, lists appended, and nothing may be given twice. */
final class Merge {

    private Merge() {}

    /** Both files' keys; what both give and cannot be united is added to the problems. */
    static Node.Mapping of(Node.Mapping into, Node.Mapping part, List<Problem> problems) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>(into.entries());
        part.entries().forEach((key, entry) -> {
            if (key.equals("include")) {
                problems.add(new Problem(entry.key(), "an included file cannot include others; list them in the spec"));
                return;
            }
            Node.Entry former = entries.get(key);
            entries.put(key, former == null ? entry : unite(key, former, entry, problems));
        });
        return new Node.Mapping(into.location(), entries);
    }

    private static Node.Entry unite(String key, Node.Entry former, Node.Entry entry, List<Problem> problems) {
        if (former.value() instanceof Node.Mapping left && entry.value() instanceof Node.Mapping right) {
            Map<String, Node.Entry> entries = new LinkedHashMap<>(left.entries());
            right.entries().forEach((name, value) -> {
                Node.Entry twice = entries.putIfAbsent(name, value);
                if (twice != null) {
                    problems.add(givenTwice(key + ": " + name, twice, value));
                }
            });
            return new Node.Entry(former.key(), new Node.Mapping(left.location(), entries));
        }
        if (former.value() instanceof Node.Sequence left && entry.value() instanceof Node.Sequence right) {
            List<Node> items = new ArrayList<>(left.items());
            items.addAll(right.items());
            return new Node.Entry(former.key(), new Node.Sequence(left.location(), items));
        }
        problems.add(givenTwice(key, former, entry));
        return former;
    }

    private static Problem givenTwice(String key, Node.Entry former, Node.Entry entry) {
        return new Problem(entry.key(), "'" + key + "' is given twice: it stands already at " + former.key());
    }
}
