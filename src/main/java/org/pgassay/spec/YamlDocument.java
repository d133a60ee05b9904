package org.pgassay.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A YAML or JSON file that is no spec, as plain values.
 *
 * @param root nothing if the file cannot be parsed
 * @param problems what is wrong with it
 */
public record YamlDocument(Optional<Node> root, List<Problem> problems) {

    /** Copies the list. */
    public YamlDocument {
        problems = List.copyOf(problems);
    }

    /** Reads a file's text. */
    public static YamlDocument read(String file, String text) {
        List<Problem> problems = new ArrayList<>();
        Optional<Node> root = YamlReader.read(file, text, problems);
        return new YamlDocument(root, problems);
    }
}
