package org.pgassay.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.pgassay.check.SpecPlaces.Place;

/** The page of all keys of the spec language, made of its JSON Schema. */
final class SpecReference {

    /** The order of a spec; keys that are not named here come behind, in the schema's order. */
    private static final List<String> ORDER = List.of(
            "spec",
            "title",
            "postgres",
            "schemas",
            "include",
            "migrations",
            "roles",
            "claims",
            "closed",
            "defaults",
            "tables",
            "triggers",
            "partitions",
            "views",
            "materializedViews",
            "sequences",
            "functions",
            "types",
            "extensions",
            "collations",
            "statistics",
            "eventTriggers",
            "publications",
            "foreignServers",
            "otherObjects",
            "owners",
            "defaultPrivileges",
            "rules",
            "features",
            "waivers");

    private final SpecPlaces places = new SpecPlaces();
    private final Map<String, List<String>> kinds = KindPlaces.all();
    private final List<Place> keys;

    /** The sub-sections by the place that they describe. */
    private final Map<String, Place> sections = new LinkedHashMap<>();

    /** The places of the definitions that are described once and used several times. */
    private final Map<String, String> homes = new HashMap<>();

    SpecReference() {
        keys = places.topLevel().stream()
                .sorted(Comparator.comparingInt(SpecReference::rank))
                .toList();
        // What tables share with others is described with tables, which come first here.
        places.topLevel().forEach(this::find);
    }

    private static int rank(Place key) {
        int rank = ORDER.indexOf(key.text());
        return rank < 0 ? ORDER.size() : rank;
    }

    /** Finds what has a sub-section of its own. */
    private void find(Place place) {
        JsonNode node = places.resolve(place.node());
        List<Place> properties = places.properties(place);
        Map<String, Long> uses = properties.stream()
                .filter(property -> property.node().has("$ref"))
                .collect(Collectors.groupingBy(property -> reference(property.node()), Collectors.counting()));
        for (Place property : properties) {
            boolean shared = uses.getOrDefault(reference(property.node()), 0L) > 1;
            Place at = shared ? place.to(SpecPlaces.NAME, property.node()) : property;
            section(at);
        }
        if (node.path("additionalProperties").isObject()) {
            section(place.to(SpecPlaces.NAME, node.path("additionalProperties")));
        }
        if (node.has("items") && properties.isEmpty()) {
            section(place.to(SpecPlaces.ENTRY, node.path("items")));
        }
    }

    private void section(Place place) {
        JsonNode node = places.resolve(place.node());
        String reference = reference(place.node());
        boolean keyed = node.path("properties").size() > 0;
        boolean described = keyed || (!reference.isEmpty() && node.has("additionalProperties") && node.has("examples"));
        if (described && (reference.isEmpty() || homes.putIfAbsent(reference, place.text()) == null)) {
            sections.put(place.text(), place);
        } else if (described) {
            return;
        }
        find(place);
    }

    private static String reference(JsonNode node) {
        return node.path("$ref").asText("");
    }

    /** The page. */
    String page() {
        StringBuilder page = new StringBuilder("""
                # The keys of a spec

                Every key of the spec language, what it takes and what it means, in the order of a spec. How the parts work
                together is told in [the guide](spec-guide.md). This page is made of the JSON Schema that `pgassay schema` prints;
                with `# yaml-language-server: $schema=…` in a spec's first line, editors show the same.

                `NAME` in a heading stands for any name, `ENTRY` for an item of a list. Only `spec` is required.

                | Key | Means |
                |---|---|
                """);
        for (Place key : keys) {
            String description = places.resolve(key.node()).path("description").asText();
            page.append("| [`%s`](#%s) | %s |\n".formatted(key.text(), anchor(key.text()), cell(first(description))));
        }
        for (Place key : keys) {
            append(key, "##", page);
            sections.values().stream()
                    .filter(section -> section.text().startsWith(key.text() + "."))
                    .forEach(section -> append(section, "###", page));
        }
        return page.toString();
    }

    private void append(Place place, String level, StringBuilder page) {
        JsonNode node = places.resolve(place.node());
        page.append("\n%s %s\n\n%s\n".formatted(level, place.text(), prose(definition(place))));
        page.append("\n**Value**: ").append(form(place)).append(".\n");
        if (node.has("default")) {
            page.append("**Default**: `%s`.\n".formatted(SpecYaml.line(node.path("default"))));
        }
        appendChecks(place, page);
        appendExamples(place, node.path("examples"), page);
        List<Place> properties = places.properties(place);
        if (!properties.isEmpty()) {
            page.append("\n| Key | Value | Means |\n|---|---|---|\n");
            properties.forEach(property -> page.append(row(place, property)));
        }
    }

    /** Examples of a top-level key as they stand in a spec; of what is inside one the first, and of the others the value. */
    private void appendExamples(Place place, JsonNode examples, StringBuilder page) {
        int number = 0;
        for (JsonNode example : examples) {
            if (number == 0 || place.steps().size() == 1) {
                page.append("\n```yaml\n")
                        .append(SpecYaml.of(places.document(place, example)))
                        .append("```\n");
            } else {
                page.append(number == 1 ? "\nOther values:\n\n" : "")
                        .append("- `%s`\n".formatted(SpecYaml.line(example)));
            }
            number++;
        }
    }

    /** What a definition says of itself is more than what the key that refers to it says. */
    private String definition(Place place) {
        String own = place.node().path("description").asText("");
        if (!place.node().has("$ref")) {
            return own;
        }
        JsonNode bare = place.node().deepCopy();
        ((ObjectNode) bare).remove("description");
        return places.resolve(bare).path("description").asText(own);
    }

    private void appendChecks(Place place, StringBuilder page) {
        List<String> here = new ArrayList<>(kinds.getOrDefault(place.text(), List.of()));
        if (place.text().equals("closed")) {
            kinds.values().stream()
                    .flatMap(List::stream)
                    .distinct()
                    .filter(kind -> kind.endsWith("/closed"))
                    .forEach(here::add);
        }
        here.removeIf(kind -> places.properties(place).stream()
                .anyMatch(property -> kind.equals(
                        "rule/" + property.steps().get(property.steps().size() - 1))));
        if (!here.isEmpty()) {
            page.append("\n**Checks**: ")
                    .append(here.stream().map(SpecReference::link).collect(Collectors.joining(", ")))
                    .append(".\n");
        }
    }

    private String row(Place mapping, Place property) {
        JsonNode node = places.resolve(property.node());
        String key = property.steps().get(property.steps().size() - 1);
        String shown = kinds.getOrDefault(mapping.text(), List.of()).contains("rule/" + key)
                ? "[`%s`](checks/rule/%s.md)".formatted(key, key)
                : "`" + key + "`";
        boolean required = false;
        for (JsonNode each : places.resolve(mapping.node()).path("required")) {
            required |= each.asText().equals(key);
        }
        StringBuilder means = new StringBuilder(prose(node.path("description").asText()));
        if (node.has("default")) {
            means.append(" Default: `%s`.".formatted(SpecYaml.line(node.path("default"))));
        }
        if (node.has("examples") && !hasSection(property)) {
            List<String> examples = new ArrayList<>();
            node.path("examples").forEach(example -> examples.add("`" + SpecYaml.line(example) + "`"));
            means.append(" For example ").append(String.join(" or ", examples)).append('.');
        }
        return "| %s%s | %s | %s |\n"
                .formatted(shown, required ? " (required)" : "", cell(target(property)), cell(means.toString()));
    }

    private boolean hasSection(Place place) {
        return sections.containsKey(place.text()) || homes.containsKey(reference(place.node()));
    }

    /** What a value may be, in words; what has a section of its own as a link to it. */
    private String form(Place place) {
        JsonNode node = places.resolve(place.node());
        if (node.has("enum")) {
            return choices(node);
        }
        List<String> forms = new ArrayList<>();
        if (node.has("x-expects")) {
            String known = node.path("items").has("enum") ? " (" + choices(node.path("items")) + ")" : "";
            forms.add(prose(node.path("x-expects").asText()) + known);
        }
        for (JsonNode type : node.path("type").isArray() ? node.path("type") : List.of(node.path("type"))) {
            switch (type.asText()) {
                case "string" -> addUnlessStated(forms, node, "text");
                case "boolean" -> addUnlessStated(forms, node, "`true` or `false`");
                case "integer" -> addUnlessStated(forms, node, range(node));
                case "number" -> addUnlessStated(forms, node, "a number");
                case "null" -> addUnlessStated(forms, node, "nothing");
                case "array" -> addUnlessStated(forms, node, list(place, node));
                case "object" -> forms.add(mapping(place, node));
                default -> throw new IllegalStateException("a type without words: " + type);
            }
        }
        return alternatives(forms.stream().filter(form -> !form.isEmpty()).toList());
    }

    private static String choices(JsonNode node) {
        List<String> choices = new ArrayList<>();
        node.path("enum").forEach(choice -> choices.add("`" + choice.asText() + "`"));
        return alternatives(choices);
    }

    private static void addUnlessStated(List<String> forms, JsonNode node, String form) {
        if (!node.has("x-expects")) {
            forms.add(form);
        }
    }

    private static String range(JsonNode node) {
        return node.has("minimum") && node.has("maximum")
                ? "a number from %s to %s"
                        .formatted(
                                node.path("minimum").asText(),
                                node.path("maximum").asText())
                : "a number";
    }

    private String list(Place place, JsonNode node) {
        if (!node.has("items")) {
            return "a list";
        }
        Place entry = place.to(SpecPlaces.ENTRY, node.path("items"));
        return "a list, each item " + target(entry);
    }

    private String mapping(Place place, JsonNode node) {
        if (node.has("properties")) {
            return node.has("x-expects") ? "" : "a mapping of the keys below";
        } else if (node.path("additionalProperties").isObject()) {
            Place inner = place.to(SpecPlaces.NAME, node.path("additionalProperties"));
            return "a mapping of names, each value " + target(inner);
        }
        return node.has("x-expects") ? "" : "a mapping";
    }

    private String target(Place place) {
        return hasSection(place) ? "as in " + home(place) : form(place);
    }

    private String home(Place place) {
        String home = homes.getOrDefault(reference(place.node()), place.text());
        return "[%s](#%s)".formatted(home, anchor(home));
    }

    private static String alternatives(List<String> forms) {
        return forms.size() < 2
                ? String.join("", forms)
                : String.join(", ", forms.subList(0, forms.size() - 1)) + " or " + forms.get(forms.size() - 1);
    }

    private static String link(String kind) {
        return "[`%s`](checks/%s.md)".formatted(kind, kind);
    }

    /** The anchor that a heading has on GitHub and in most renderers. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static String first(String description) {
        int end = description.indexOf(". ");
        return prose(end < 0 ? description : description.substring(0, end + 1));
    }

    /** Stars, underscores and brackets of a description mean themselves. */
    private static String prose(String text) {
        return text.replaceAll("[*_<]", "\\\\$0");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
