package org.pgassay.check.security;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgassay.check.security.SecuritySection.PlaceSpec;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** What the words for places mean, as files. */
final class SecretPlaces {

    static final String TEXT_COLUMNS = "text-columns";

    private static final String MIGRATIONS = "migrations";
    private static final String SEEDS = "seeds";
    private static final String DOCUMENTS = "documents";

    static final List<String> WORDS = List.of(MIGRATIONS, SEEDS, DOCUMENTS, TEXT_COLUMNS);

    private static final List<String> ENDINGS = List.of("md", "markdown", "txt", "rst", "adoc", "html", "htm");

    private static final String ALL_BELOW = "/**";

    private final Spec spec;

    SecretPlaces(Spec spec) {
        this.spec = spec;
    }

    /** Whether a text is a path or a pattern of paths, and not a word that is misspelt. */
    static boolean isPattern(String text) {
        return text.contains("/") || text.contains(".") || text.contains("*");
    }

    /** The files of a place; nothing for the columns. */
    List<FileSelection> files(PlaceSpec place) {
        List<FileSelection> selections = new ArrayList<>();
        SourceText word = place.place();
        if (word != null && !word.text().equals(TEXT_COLUMNS)) {
            selections.add(named(word.text(), word.location()));
        }
        place.documents()
                .forEach(each -> selections.add(selection(each.text(), List.of(each.text()), each.location())));
        return selections;
    }

    private FileSelection named(String word, Location at) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case MIGRATIONS -> selection(word, migrations(), at);
            case SEEDS -> new FileSelection(word, spec.folder(), seeds(), programs(), at);
            case DOCUMENTS ->
                selection(word, ENDINGS.stream().map(ending -> "**/*." + ending).toList(), at);
            default -> selection(word, List.of(word), at);
        };
    }

    private FileSelection selection(String name, List<String> patterns, Location at) {
        return new FileSelection(name, spec.folder(), patterns, List.of(), at);
    }

    /** All that is beside the revisions: what they read counts as what they are. */
    private List<String> migrations() {
        Spec.Migrations stated = spec.migrations();
        List<String> patterns = new ArrayList<>();
        Optional<String> path = Optional.ofNullable(stated.path()).map(SourceText::text);
        switch (stated.runner()) {
            case LIQUIBASE -> path.ifPresent(changelog -> patterns.add(parent(changelog) + ALL_BELOW));
            case COMMAND -> patterns.add(path.orElse(".") + ALL_BELOW);
            case SQL, FLYWAY, ALEMBIC, NONE -> path.ifPresent(folder -> patterns.add(folder + ALL_BELOW));
        }
        Spec.Migrations.Offline offline = stated.offline();
        if (offline != null) {
            patterns.add(offline.upgrade().text());
            Optional.ofNullable(offline.downgrade()).map(SourceText::text).ifPresent(patterns::add);
        }
        Optional.ofNullable(spec.roles().setup()).map(SourceText::text).ifPresent(patterns::add);
        return patterns;
    }

    private static String parent(String file) {
        Path parent = Path.of(file).getParent();
        return parent == null ? "." : parent.toString();
    }

    boolean statesSeeds() {
        return spec.document().get(SEEDS).isPresent();
    }

    /** The files that put seed data in. */
    private List<String> seeds() {
        return runs().flatMap(entry -> entry instanceof Node.Mapping mapping
                        ? Stream.of("sql", "csv", "json").flatMap(key -> text(mapping.get(key)))
                        : text(Optional.of(entry)))
                .toList();
    }

    /** What puts seed data in and is no file. */
    private List<String> programs() {
        return runs().anyMatch(entry -> entry instanceof Node.Mapping mapping
                        && mapping.get("command").isPresent())
                ? List.of("a program among the seeds")
                : List.of();
    }

    private Stream<Node> runs() {
        return Optional.ofNullable(spec.document().descend(List.of(SEEDS, "run"))).stream()
                .flatMap(run -> run instanceof Node.Sequence list ? list.items().stream() : Stream.of(run));
    }

    private static Stream<String> text(Optional<Node> node) {
        return node.stream()
                .flatMap(each -> each instanceof Node.Scalar scalar ? Stream.of(scalar.value()) : Stream.of());
    }
}
