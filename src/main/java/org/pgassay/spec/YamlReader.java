package org.pgassay.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads one YAML 1.2 document into nodes that know their place.
 *
 * <p>Scalars are resolved by the core schema, with two additions that specs use: digits may be grouped by
 * underscores ({@code 50_000_000}), and digits with a leading zero stay text (revision {@code 001}).
 */
final class YamlReader {

    /** Far above any spec, far below what would exhaust memory: nodes after the aliases are expanded. */
    private static final int MAX_NODES = 500_000;

    private static final int MAX_DEPTH = 64;

    /** More than any number that a spec has a use for; what is longer, or of a greater exponent, stays text. */
    private static final int MAX_DIGITS = 40;

    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(0|[1-9][0-9]*(_[0-9]+)*)|[-+]?(\\.[0-9]+|(0|[1-9][0-9]*)(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private static final Set<String> BOOLEANS = Set.of("true", "True", "TRUE", "false", "False", "FALSE");

    private final String file;
    private final List<Problem> problems;
    private int nodes;

    private YamlReader(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The document, or nothing if it cannot be parsed; what is wrong is added to the problems. */
    static Optional<Node> read(String file, String text, List<Problem> problems) {
        YamlReader reader = new YamlReader(file, problems);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true)
                .setMaxAliasesForCollections(Integer.MAX_VALUE)
                .setCodePointLimit(Integer.MAX_VALUE)
                // All at once: between two buffers the library breaks off at a character beyond 16 bits.
                .setBufferSize(text.length() + 2)
                .build();
        try {
            if (!reader.shallowEnough(settings, text)) {
                return Optional.empty();
            }
            Optional<org.snakeyaml.engine.v2.nodes.Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.add(new Problem(new Location(file, 1, 1), "the file is empty"));
                return Optional.empty();
            }
            return Optional.of(reader.convert(root.get(), 1));
        } catch (MarkedYamlEngineException e) {
            problems.add(reader.syntaxProblem(e));
        } catch (YamlEngineException e) {
            problems.add(new Problem(new Location(file, 1, 1), "not YAML: " + e.getMessage()));
        } catch (LimitException e) {
            problems.add(e.problem);
        }
        return Optional.empty();
    }

    /** The composer recurses, so the depth is bounded before it runs. */
    private boolean shallowEnough(LoadSettings settings, String text) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            Event.ID id = event.getEventId();
            if (id == Event.ID.MappingStart || id == Event.ID.SequenceStart) {
                depth++;
            } else if (id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd) {
                depth--;
            }
            if (depth > MAX_DEPTH) {
                problems.add(tooDeep(at(event.getStartMark())));
                return false;
            }
        }
        return true;
    }

    private static Problem tooDeep(Location location) {
        return new Problem(
                location, "nested more than " + MAX_DEPTH + " levels deep once its aliases are expanded: not a spec");
    }

    private Problem syntaxProblem(MarkedYamlEngineException e) {
        Optional<Mark> mark = e.getProblemMark().isPresent() ? e.getProblemMark() : e.getContextMark();
        String context = e.getContext() == null || e.getContext().isEmpty() ? "" : " " + e.getContext();
        return new Problem(at(mark), "YAML syntax:" + context + ": " + e.getProblem());
    }

    private Location at(Optional<Mark> mark) {
        return mark.map(each -> new Location(file, each.getLine() + 1, each.getColumn() + 1))
                .orElse(new Location(file, 1, 1));
    }

    /** Aliases may repeat and deepen what the file holds without bound, and even within itself. */
    private Node convert(org.snakeyaml.engine.v2.nodes.Node node, int depth) {
        Location location = at(node.getStartMark());
        if (++nodes > MAX_NODES) {
            throw new LimitException(new Problem(
                    new Location(file, 1, 1),
                    "the file holds more than " + MAX_NODES + " values once its aliases are expanded; split it"));
        } else if (depth > MAX_DEPTH + 1) {
            throw new LimitException(tooDeep(location));
        }
        if (node.getTag().getValue().startsWith("!")) {
            problems.add(new Problem(location, "the tag " + node.getTag().getValue() + " means nothing in a spec"));
        }
        if (node instanceof MappingNode mapping) {
            return convertMapping(mapping, location, depth);
        } else if (node instanceof SequenceNode sequence) {
            List<Node> items = new ArrayList<>();
            for (org.snakeyaml.engine.v2.nodes.Node item : sequence.getValue()) {
                items.add(convert(item, depth + 1));
            }
            return new Node.Sequence(location, items);
        } else if (node instanceof ScalarNode scalar) {
            return convertScalar(scalar, location);
        }
        throw new IllegalStateException("unknown YAML node " + node.getNodeType());
    }

    private Node convertMapping(MappingNode mapping, Location location, int depth) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Location key = at(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                problems.add(new Problem(key, "a key must be a word, not a list or a mapping"));
                continue;
            }
            Node.Entry former = entries.get(scalar.getValue());
            if (former != null) {
                if (twice.add(scalar.getValue() + key)) {
                    problems.add(new Problem(
                            key,
                            "duplicate key '" + scalar.getValue() + "': it stands already at line "
                                    + former.key().line()));
                }
                continue;
            }
            entries.put(scalar.getValue(), new Node.Entry(key, convert(tuple.getValueNode(), depth + 1)));
        }
        return new Node.Mapping(location, entries);
    }

    private Node convertScalar(ScalarNode scalar, Location location) {
        String value = scalar.getValue();
        boolean oneLine = scalar.getEndMark()
                .map(end -> end.getLine() + 1 == location.line())
                .orElse(false);
        ScalarStyle style = scalar.getScalarStyle();
        boolean plain = style == ScalarStyle.PLAIN;
        boolean verbatim = oneLine
                && (plain
                        || (style == ScalarStyle.SINGLE_QUOTED && value.indexOf('\'') < 0)
                        || (style == ScalarStyle.DOUBLE_QUOTED
                                && lengthInFile(scalar) == value.codePointCount(0, value.length()) + 2));
        return new Node.Scalar(location, value, type(scalar, plain), verbatim, plain ? 0 : 1);
    }

    private static int lengthInFile(ScalarNode scalar) {
        Integer start = scalar.getStartMark().map(Mark::getIndex).orElse(0);
        Integer end = scalar.getEndMark().map(Mark::getIndex).orElse(0);
        return end - start;
    }

    private static Node.Scalar.Type type(ScalarNode scalar, boolean plain) {
        String value = scalar.getValue();
        if (!plain) {
            return Node.Scalar.Type.TEXT;
        }
        if (NULLS.contains(value)) {
            return Node.Scalar.Type.NULL;
        } else if (BOOLEANS.contains(value)) {
            return Node.Scalar.Type.BOOLEAN;
        } else if (value.length() <= MAX_DIGITS && NUMBER.matcher(value).matches()) {
            return Node.Scalar.Type.NUMBER;
        }
        return Node.Scalar.Type.TEXT;
    }

    /** Ends the conversion of a document that would not end in good time. */
    private static final class LimitException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        LimitException(Problem problem) {
            super(problem.message());
            this.problem = problem;
        }
    }
}
