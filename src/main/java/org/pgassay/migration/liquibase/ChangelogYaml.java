package org.pgassay.migration.liquibase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.SourceFile;
import org.pgassay.spec.Node;
import org.pgassay.spec.Problem;
import org.pgassay.spec.YamlDocument;

/** Reads a changelog in YAML or JSON. */
final class ChangelogYaml {

    /** What YAML 1.1 takes for a number or a day. */
    private static final Pattern OTHER =
            Pattern.compile("[-+]?[0-9][0-9_,.:xXa-fA-F]*([eE][-+]?[0-9]+)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|[-+]?\\..*"
                    + "|(?i:yes|no|on|off|y|n|true|false|null|~)");

    private ChangelogYaml() {}

    /**
     * The file as one element, {@code databaseChangeLog}, whose children are its entries.
     *
     * @throws MigrationException if it is no changelog
     */
    static Element read(Path file) throws IOException {
        // To Liquibase JSON is YAML too: it refuses a tab between values, as is done here.
        YamlDocument document = YamlDocument.read(file.toString(), SourceFile.text(file));
        List<String> problems = document.problems().stream()
                .map(each -> place(each) + ": " + each.message())
                .toList();
        if (!problems.isEmpty()) {
            throw new MigrationException(problems);
        }
        Node root = document.root()
                .filter(Node.Mapping.class::isInstance)
                .flatMap(each -> ((Node.Mapping) each).get("databaseChangeLog"))
                .orElseThrow(
                        () -> new MigrationException(file + ":1: the file has no key databaseChangeLog, so it is no"
                                + " changelog. Move it out of the folder, or correct it."));
        return element("databaseChangeLog", root);
    }

    private static String place(Problem problem) {
        return problem.location().file() + ":" + problem.location().line();
    }

    private static Element element(String name, Node node) {
        Map<String, String> attributes = new TreeMap<>();
        List<Element> children = new ArrayList<>();
        String text = "";
        if (node instanceof Node.Scalar scalar) {
            text = scalar.value().strip();
        } else if (node instanceof Node.Sequence list) {
            list.items().forEach(item -> children.add(item(item)));
        } else if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach((key, entry) -> {
                if (entry.value() instanceof Node.Scalar scalar) {
                    attributes.put(key, value(key, scalar));
                } else {
                    children.add(element(key, entry.value()));
                }
            });
        }
        return new Element(name, attributes, children, text, node.location().line());
    }

    /** An item of a list is a mapping of one key, which names it. */
    private static Element item(Node item) {
        if (item instanceof Node.Mapping mapping && mapping.entries().size() == 1) {
            Map.Entry<String, Node.Entry> only =
                    mapping.entries().entrySet().iterator().next();
            Element element = element(only.getKey(), only.getValue().value());
            return new Element(
                    element.name(),
                    element.attributes(),
                    element.children(),
                    element.text(),
                    mapping.location().line());
        }
        return element("", item);
    }

    /** Liquibase's YAML is 1.1: there, an id of 001 is 1, and one of 2026-01-01 a day. */
    private static String value(String key, Node.Scalar scalar) {
        boolean identity = key.equals("id") || key.equals("author");
        if (identity
                && scalar.quote() == 0
                && !scalar.value().matches("0|[1-9][0-9]*")
                && OTHER.matcher(scalar.value()).matches()) {
            throw new MigrationException(
                    scalar.location().file() + ":" + scalar.location().line() + ": the " + key + " "
                            + scalar.value()
                            + " is another one to Liquibase, whose YAML takes it for a number, a day or a truth"
                            + " value. Put it in quotation marks.");
        }
        return scalar.value();
    }
}
