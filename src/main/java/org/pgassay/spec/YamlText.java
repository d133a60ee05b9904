package org.pgassay.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.comments.CommentLine;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Writes YAML as a person would: mappings in blocks, short lists on one line, texts without quotes where they may be. */
public final class YamlText {

    private static final int SHORT = 110;

    /** Words that YAML 1.1, which many editors still speak, takes for something else than text. */
    private static final Set<String> ANOTHER_MEANING =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "");

    private static final Pattern PLAIN = Pattern.compile("(?s)[\\p{L}_($].*[^ ]|[\\p{L}_]");

    private static final Pattern BLANK = Pattern.compile("(?m)^ +$");

    private YamlText() {}

    /** A value to write. */
    public sealed interface Value permits Text, Plain, Items, Fields {}

    /** A text, which is read back to the letter. */
    public record Text(String text) implements Value {}

    /** A number or a boolean. */
    public record Plain(String text) implements Value {}

    /** A list, on one line. */
    public record Items(List<Value> items) implements Value {

        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A mapping; in the order in which its fields were put. */
    public static final class Fields implements Value {

        private final Map<String, Value> values = new LinkedHashMap<>();
        private final Map<String, String> comments = new LinkedHashMap<>();
        private boolean onOneLine;

        /** Puts a field; nothing where the value is null. */
        public Fields put(String key, @Nullable Value value) {
            if (value != null) {
                values.put(key, value);
            }
            return this;
        }

        /** Puts a text; nothing where it is null. */
        public Fields put(String key, @Nullable String text) {
            return put(key, text == null ? null : new Text(text));
        }

        /** Puts a mapping, unless it is empty. */
        public Fields putUnlessEmpty(String key, Fields fields) {
            return put(key, fields.isEmpty() ? null : fields);
        }

        /** Puts a comment of one or more lines above a field that is there. */
        public Fields comment(String key, String text) {
            comments.put(key, text);
            return this;
        }

        /** Writes the mapping on one line, if it is short enough. */
        public Fields onOneLine() {
            onOneLine = true;
            return this;
        }

        /** Whether nothing was put. */
        public boolean isEmpty() {
            return values.isEmpty();
        }

        /** The keys and values, in their order. */
        public Map<String, Value> values() {
            return Collections.unmodifiableMap(values);
        }
    }

    /** A list of texts on one line. */
    public static Items items(List<String> texts) {
        return new Items(texts.stream().<Value>map(Text::new).toList());
    }

    /** The mapping as a YAML document. */
    public static String write(Fields document) {
        DumpSettings settings = DumpSettings.builder()
                .setDumpComments(true)
                .setIndent(2)
                .setIndicatorIndent(0)
                .setWidth(10_000)
                .setSplitLines(false)
                .setMaxSimpleKeyLength(1000)
                .setUseUnicodeEncoding(true)
                .build();
        StringBuilder text = new StringBuilder();
        new Dump(settings).dumpNode(node(document), new StreamDataWriter() {
            @Override
            public void write(String written) {
                text.append(written);
            }

            @Override
            public void write(String written, int offset, int length) {
                text.append(written, offset, offset + length);
            }
        });
        // The library indents blank lines; no text that is kept to the letter holds such a line.
        return BLANK.matcher(text).replaceAll("");
    }

    private static Node node(Value value) {
        if (value instanceof Text text) {
            return scalar(text.text());
        } else if (value instanceof Plain plain) {
            return new ScalarNode(plainTag(plain.text()), plain.text(), ScalarStyle.PLAIN);
        } else if (value instanceof Items list) {
            return new SequenceNode(
                    Tag.SEQ, list.items().stream().map(YamlText::node).toList(), FlowStyle.FLOW);
        }
        return mapping((Fields) value);
    }

    private static Tag plainTag(String text) {
        return text.equals("true") || text.equals("false") ? Tag.BOOL : text.contains(".") ? Tag.FLOAT : Tag.INT;
    }

    private static Node mapping(Fields fields) {
        List<NodeTuple> tuples = new ArrayList<>();
        fields.values.forEach((key, value) -> {
            Node name = key(key);
            String comment = fields.comments.get(key);
            if (comment != null) {
                name.setBlockComments(comment(comment));
            }
            tuples.add(new NodeTuple(name, node(value)));
        });
        boolean flow = fields.isEmpty() || (fields.onOneLine && length(fields) < SHORT);
        return new MappingNode(Tag.MAP, tuples, flow ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    private static List<CommentLine> comment(String text) {
        List<CommentLine> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            CommentType type = line.isEmpty() ? CommentType.BLANK_LINE : CommentType.BLOCK;
            lines.add(new CommentLine(Optional.empty(), Optional.empty(), line.isEmpty() ? "" : " " + line, type));
        }
        return lines;
    }

    /** A name; one that is more than letters and the like is written with escapes. */
    private static ScalarNode key(String name) {
        return new ScalarNode(Tag.STR, name, isPlain(name) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
    }

    private static ScalarNode scalar(String text) {
        ScalarStyle style = isPlain(text)
                ? ScalarStyle.PLAIN
                : text.contains("\n") && isLiteral(text) ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED;
        return new ScalarNode(Tag.STR, text, style);
    }

    /** Whether a text may stand without quotes, as far as its letters go; the library still sees to the syntax. */
    private static boolean isPlain(String text) {
        return !meansElse(text)
                && PLAIN.matcher(text).matches()
                && text.chars().allMatch(c -> c >= ' ' && c < 0x2000 && (c < 0x7f || c > 0xa0));
    }

    /** Whether a literal block keeps the text to the letter. */
    private static boolean isLiteral(String text) {
        return !text.startsWith(" ")
                && !text.startsWith("\n")
                && text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f) || (c >= 0xa0 && c < 0x2000))
                && text.lines().noneMatch(line -> line.endsWith(" "));
    }

    private static boolean meansElse(String text) {
        return ANOTHER_MEANING.contains(text.toLowerCase(Locale.ROOT))
                || (text.matches("[-+.]?[0-9][0-9_.:eExXoO+-]*.*") && text.matches("[-+0-9_.:eExXa-fA-F]+"));
    }

    private static int length(Value value) {
        if (value instanceof Text text) {
            return text.text().contains("\n") ? SHORT : text.text().length() + 2;
        } else if (value instanceof Plain plain) {
            return plain.text().length();
        } else if (value instanceof Items list) {
            return list.items().stream().mapToInt(item -> length(item) + 2).sum();
        }
        return ((Fields) value)
                .values.entrySet().stream()
                        .mapToInt(entry -> entry.getKey().length() + 4 + length(entry.getValue()))
                        .sum();
    }
}
