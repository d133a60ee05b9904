package org.pgassay.generate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A schema that is being generated: what is there so far, and the chance that decides what comes next. */
final class Draft {

    private static final List<String> COMMENTS = List.of(
            "Plain words",
            "It's quoted, \"twice\"",
            "two\nlines",
            "ends with a newline\n",
            "  spaces around  ",
            "null",
            "~",
            "yes",
            "12",
            "1e3",
            "#not a comment",
            "a: b",
            "- a",
            "\\backslash\\n",
            "tab\there",
            "emoji 😀 ünïcode 日本語",
            "$$ $body$",
            "{a: [b]}",
            "| block",
            "'",
            "\"",
            "*/ -- ;",
            "%s %1$s",
            "<b>&amp;</b>",
            "x".repeat(300),
            "\r\nwindows\r\n");

    final Random random;
    final int major;
    final NameSource names;
    final NameSource columnNames;
    final List<String> schemas = new ArrayList<>();
    final List<String> roles = new ArrayList<>();
    final List<TableDraft> tables = new ArrayList<>();
    final List<String> enums = new ArrayList<>();
    final List<String> domains = new ArrayList<>();
    final List<String> composites = new ArrayList<>();
    final List<String> ranges = new ArrayList<>();
    final List<String> collations = new ArrayList<>();
    final List<String> views = new ArrayList<>();
    final List<String> materializedViews = new ArrayList<>();
    final List<String> sequences = new ArrayList<>();
    /** Each as {@code FUNCTION schema.name(types)}. */
    final List<String> routines = new ArrayList<>();

    private final Set<Feature> features = EnumSet.noneOf(Feature.class);
    private final Map<String, StringBuilder> files = new LinkedHashMap<>();
    private String file = "";

    Draft(long seed, int major) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 7);
        this.major = major;
        this.names = new NameSource(random, 0.35);
        this.columnNames = new NameSource(random, 0.3);
    }

    /** What follows goes to a file of its own. */
    void file(String name) {
        file = "%02d_%s.sql".formatted(files.size() + 1, name);
        files.put(file, new StringBuilder());
    }

    void add(Feature feature, String sql) {
        features.add(feature);
        sql(sql);
    }

    void sql(String sql) {
        files.get(file).append(sql).append(";\n");
    }

    void mark(Feature feature) {
        features.add(feature);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Chance, for a feature that this version may not know. */
    boolean chance(Feature feature, double probability) {
        boolean drawn = chance(probability);
        if (drawn && feature.since() <= major) {
            features.add(feature);
            return true;
        }
        return false;
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    String schema() {
        return pick(schemas);
    }

    String role() {
        return quote(pick(roles));
    }

    /** A new name in one of the schemas, as SQL. */
    String newName(String word) {
        return quote(schema()) + "." + quote(names.next(word));
    }

    /** A new name, as SQL. */
    String newPart(String word) {
        return quote(names.next(word));
    }

    String commentText() {
        return literal(pick(COMMENTS));
    }

    /** A comment on some of the objects. */
    void comment(String object) {
        if (chance(0.35)) {
            add(Feature.COMMENT, "comment on " + object + " is " + commentText());
        }
    }

    Set<Feature> features() {
        return features;
    }

    Map<String, String> files() {
        Map<String, String> written = new LinkedHashMap<>();
        files.forEach((name, text) -> {
            // A migration without a statement is VACUOUS.
            if (!text.isEmpty()) {
                written.put(name, text.toString());
            }
        });
        return written;
    }

    static String quote(String name) {
        return NameSource.isPlain(name) ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
