package org.pgassay.generate;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Names of objects, each given once: plain ones, and ones that go wrong if they are not quoted or escaped. */
final class NameSource {

    private static final int BYTES = 63;

    private static final List<String> HOSTILE = List.of(
            "select",
            "user",
            "order",
            "group",
            "table",
            "with space",
            "quo\"te",
            "a'b",
            "dot.ted",
            "ünïcode",
            "日本語",
            "emoji 😀",
            "UPPER",
            "CamelCase",
            "yes",
            "no",
            "on",
            "off",
            "null",
            "~",
            "true",
            "1e3",
            "0x1F",
            "12",
            "1_000",
            "2026-01-01",
            "#x",
            "x #y",
            "a: b",
            "- a",
            "a, b",
            "{x}",
            "[y]",
            "*",
            "!tag",
            "&anchor",
            "%s",
            "@at",
            "`tick`",
            ":",
            "?",
            "|",
            ">",
            "=",
            "<<",
            "back\\slash",
            "$owner",
            "$1",
            "$$",
            " lead",
            "trail ",
            "a/b",
            "absent",
            "all",
            "item",
            "Item",
            "item ",
            "item_",
            "items",
            "PUBLIC",
            "current_user",
            "tab\there",
            "line\nbreak",
            "--",
            "/*",
            ";",
            "<b>",
            "x".repeat(BYTES),
            "ä".repeat(31),
            "is",
            "comment",
            "columns",
            "(",
            ")",
            "f(x)",
            "a\"\"b");

    private final Random random;
    private final double hostile;
    private final Set<String> given = new HashSet<>();
    private int count;

    /**
     * Names drawn by lot.
     *
     * @param hostile the share of names that are not plain, from 0 to 1
     */
    NameSource(Random random, double hostile) {
        this.random = random;
        this.hostile = hostile;
    }

    /** A new name, not quoted. */
    String next(String word) {
        if (random.nextDouble() >= hostile) {
            return plain(word);
        }
        String name = HOSTILE.get(random.nextInt(HOSTILE.size()));
        while (!given.add(name)) {
            name = cut(name, BYTES - 4) + "~" + ++count;
        }
        return name;
    }

    /** A new name that needs no quotes. */
    String plain(String word) {
        String name = word + "_" + ++count;
        given.add(name);
        return name;
    }

    /** Whether a name needs no quotes. */
    static boolean isPlain(String name) {
        return name.matches("[a-z]+_[0-9]+") || name.equals("public");
    }

    private static String cut(String name, int bytes) {
        String cut = name;
        while (cut.getBytes(StandardCharsets.UTF_8).length > bytes) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut;
    }
}
