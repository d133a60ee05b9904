package org.pgassay.check.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.Routine;
import org.pgassay.check.Inventory;
import org.pgassay.check.Inventory.Item;
import org.pgassay.check.Names;
import org.pgassay.check.ObjectRef;
import org.pgassay.spec.Suggestions;

/**
 * An object that a feature needs, as a spec names it: {@code roles}, {@code users.role_id}, {@code check_access(uuid)},
 * {@code index ix_users_role}.
 *
 * @param kind the kind that the spec names; null for none
 * @param name the rest
 */
record NeededObject(String written, @Nullable ObjectKind kind, String name) {

    private static final Map<String, ObjectKind> WORDS = words();

    /** What people write and PostgreSQL prints otherwise. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("bool", "boolean"),
            Map.entry("varchar", "character varying"),
            Map.entry("decimal", "numeric"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timestamp", "timestamp without time zone"));

    private static Map<String, ObjectKind> words() {
        Map<String, ObjectKind> words = new HashMap<>();
        Arrays.stream(ObjectKind.values()).forEach(kind -> words.put(kind.word(), kind));
        words.put("procedure", ObjectKind.FUNCTION);
        words.put("aggregate", ObjectKind.FUNCTION);
        words.put("enum", ObjectKind.TYPE);
        words.put("domain", ObjectKind.TYPE);
        words.put("statistics", ObjectKind.STATISTICS);
        return Map.copyOf(words);
    }

    /** Reads what a spec writes. */
    static NeededObject of(String written) {
        String text = written.strip().replaceAll("\\s+", " ");
        return WORDS.keySet().stream()
                .filter(word -> text.startsWith(word + " "))
                .max(Comparator.comparingInt(String::length))
                .map(word -> new NeededObject(written, WORDS.get(word), text.substring(word.length() + 1)))
                .orElseGet(() -> new NeededObject(written, null, text));
    }

    /** A first word that seems to be meant as a kind and is none; empty if there is none. */
    Optional<String> unknownWord() {
        int space = name.indexOf(' ');
        int bracket = name.indexOf('(');
        return kind == null && space > 0 && (bracket < 0 || space < bracket) && !name.contains("\"")
                ? Optional.of(name.substring(0, space))
                : Optional.empty();
    }

    /** The words that name a kind. */
    static List<String> kindWords() {
        return WORDS.keySet().stream().sorted().toList();
    }

    /** The objects of a catalog that its word may mean: a procedure is no function, and an enum no domain. */
    List<Item> candidates(Catalog catalog, Names names) {
        String word = written.strip().split("\\s+", 2)[0];
        Set<ObjectRef> others = new HashSet<>();
        if (kind == ObjectKind.FUNCTION) {
            catalog.routines().stream()
                    .filter(routine -> !isCalled(word, routine.kind()))
                    .forEach(routine -> others.add(Inventory.ref(routine, names)));
        } else if (kind == ObjectKind.TYPE && !word.equals(ObjectKind.TYPE.word())) {
            catalog.types().stream()
                    .filter(type -> !word.equals(type.kind().name().toLowerCase(Locale.ROOT)))
                    .forEach(type -> others.add(new ObjectRef(ObjectKind.TYPE, names.subject(type.name()))));
        }
        return Inventory.of(catalog, names).stream()
                .filter(item -> !others.contains(item.ref()))
                .toList();
    }

    private static boolean isCalled(String word, Routine.Kind kind) {
        return switch (kind) {
            case PROCEDURE -> word.equals("procedure");
            case AGGREGATE -> word.equals("aggregate");
            case FUNCTION, WINDOW -> word.equals(ObjectKind.FUNCTION.word());
        };
    }

    /** The objects that it may stand for: by the whole name, or else by a function's or part's own. */
    List<ObjectRef> find(List<Item> items, Names names) {
        Set<String> spellings = spellings(names);
        List<Item> kin = items.stream()
                .filter(item -> kind == null || item.ref().kind() == kind)
                .toList();
        List<ObjectRef> exact = kin.stream()
                .map(Item::ref)
                .filter(ref -> spellings.contains(ref.name()))
                .toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        return kin.stream()
                .filter(item -> kind != null || item.ref().kind() == ObjectKind.FUNCTION)
                .filter(item -> spellings.contains(item.bare()))
                .map(Item::ref)
                .toList();
    }

    /** Names stand in a spec as PostgreSQL stores them, in a catalog as it quotes them. */
    private Set<String> spellings(Names names) {
        Set<String> spellings = new HashSet<>(List.of(name, Identifiers.quote(name)));
        int bracket = name.indexOf('(');
        if (bracket > 0 && name.endsWith(")")) {
            String arguments = Arrays.stream(
                            name.substring(bracket + 1, name.length() - 1).split(",", -1))
                    .map(String::strip)
                    .map(type -> TYPES.getOrDefault(type, type))
                    .collect(Collectors.joining(", "));
            spellings.add(names.subject(names.resolve(name.substring(0, bracket).strip())) + "(" + arguments + ")");
            return spellings;
        }
        spellings.add(names.subject(names.resolve(name)));
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            if (dot < name.length() - 1) {
                spellings.add(names.subject(names.resolve(name.substring(0, dot)), name.substring(dot + 1)));
            }
        }
        return spellings;
    }

    /** What may have been meant: {@code " (did you mean 'x'?)"}, or nothing. */
    String suggestion(List<Item> items) {
        List<String> known = new ArrayList<>();
        items.stream().filter(item -> kind == null || item.ref().kind() == kind).forEach(item -> {
            known.add(item.ref().name());
            if (kind != null || item.ref().kind() == ObjectKind.FUNCTION) {
                known.add(item.bare());
            }
        });
        return Suggestions.didYouMean(name, known);
    }
}
