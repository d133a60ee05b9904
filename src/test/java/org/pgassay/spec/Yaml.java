package org.pgassay.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A YAML text read for a test, with all its problems. */
record Yaml(@Nullable Node root, List<Problem> problems) {

    static Yaml read(String text) {
        List<Problem> problems = new ArrayList<>();
        Node root = YamlReader.read("f.yaml", text, problems).orElse(null);
        return new Yaml(root, problems);
    }

    /** The node at a path of keys and list positions. */
    Node node(Object... path) {
        Node found = root == null ? null : root.descend(Arrays.asList(path));
        if (found == null) {
            throw new AssertionError("nothing at " + List.of(path) + ": " + problems);
        }
        return found;
    }

    Node.Scalar scalar(Object... path) {
        return (Node.Scalar) node(path);
    }

    /** Where a value begins, as {@code line:column}. */
    String place(Object... path) {
        return place(node(path).location());
    }

    /** Where a key stands, as {@code line:column}. */
    String keyPlace(String key, Object... path) {
        Node.Mapping mapping = (Node.Mapping) node(path);
        Node.Entry entry = mapping.entries().get(key);
        if (entry == null) {
            throw new AssertionError("no key " + key);
        }
        return place(entry.key());
    }

    static String place(Location location) {
        return location.line() + ":" + location.column();
    }

    /** The problems as {@code line:column message}. */
    List<String> messages() {
        return problems.stream()
                .map(problem -> place(problem.location()) + " " + problem.message())
                .toList();
    }
}
