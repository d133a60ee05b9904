package org.pgassay.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Names;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Spec;

/** Takes {@code behaviour.sampleRows} out of a spec. */
public final class SampleRowsReader {

    private final Names names;
    private final List<Problem> problems;

    private SampleRowsReader(Names names, List<Problem> problems) {
        this.names = names;
        this.problems = problems;
    }

    /** The fixed values of a spec; what is wrong with them is added to the problems. */
    public static SampleRows read(Spec spec, List<Problem> problems) {
        return read(spec.document(), new Names(spec.schemas()), problems);
    }

    /** The fixed values of a spec's document. */
    static SampleRows read(Node.Mapping document, Names names, List<Problem> problems) {
        SampleRowsReader reader = new SampleRowsReader(names, problems);
        Node samples = document.descend(List.of("behaviour", "sampleRows"));
        return samples == null ? SampleRows.none() : reader.tables(samples);
    }

    private SampleRows tables(Node node) {
        Map<QualifiedName, Map<String, SampleRows.Sample>> tables = new LinkedHashMap<>();
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach((written, entry) -> {
                String fault = names.fault(written);
                if (!fault.isEmpty()) {
                    problem(entry.key(), fault);
                } else if (tables.putIfAbsent(names.resolve(written), columns(written, entry.value())) != null) {
                    problem(entry.key(), "the table '" + written + "' stands here under two names; put them together");
                }
            });
        } else if (!isNull(node)) {
            problem(node.location(), "wants tables, each with values by column, not " + node.kind());
        }
        return new SampleRows(tables);
    }

    private Map<String, SampleRows.Sample> columns(String table, Node node) {
        Map<String, SampleRows.Sample> columns = new LinkedHashMap<>();
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach((column, entry) -> columns.put(column, sample(entry.key(), entry.value())));
        } else {
            problem(node.location(), "the table '" + table + "' wants values by column, not " + node.kind());
        }
        return columns;
    }

    private SampleRows.Sample sample(Location key, Node node) {
        if (!(node instanceof Node.Sequence sequence)) {
            List<@Nullable String> one = new ArrayList<>();
            one.add(text(node));
            return new SampleRows.Sample(key, one, false);
        }
        List<@Nullable String> values = new ArrayList<>();
        sequence.items().forEach(item -> values.add(text(item)));
        if (values.isEmpty()) {
            problem(node.location(), "the list is empty; give at least one value, or leave the column out");
            values.add(null);
        }
        return new SampleRows.Sample(key, values, true);
    }

    /** A single value as PostgreSQL takes it; lists and mappings within a value as JSON. */
    private static @Nullable String text(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return isNull(node) ? null : plain(scalar);
        }
        return json(node);
    }

    private static String plain(Node.Scalar scalar) {
        return scalar.type() == Node.Scalar.Type.NUMBER ? scalar.value().replace("_", "") : scalar.value();
    }

    private static String json(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return mapping.entries().entrySet().stream()
                    .map(each -> jsonString(each.getKey()) + ": "
                            + json(each.getValue().value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().map(SampleRowsReader::json).collect(Collectors.joining(", ", "[", "]"));
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return switch (scalar.type()) {
            case TEXT -> jsonString(scalar.value());
            case NUMBER -> plain(scalar);
            case BOOLEAN -> Boolean.valueOf(scalar.value()).toString();
            case NULL -> "null";
        };
    }

    private static String jsonString(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }

    private static boolean isNull(Node node) {
        return node instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.NULL;
    }

    private void problem(Location location, String message) {
        problems.add(new Problem(location, "sampleRows: " + message));
    }
}
