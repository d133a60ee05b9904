package org.pgassay.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a spec file with all it includes, and reports all its problems at once. */
public final class SpecReader {

    private static final int MAX_BYTES = 10_000_000;

    /** UTF-8's, as Latin-1 reads it. */
    private static final String BYTE_ORDER_MARK = "(\u00EF\u00BB\u00BF)";

    private final List<Section> sections;
    private final Function<Spec, List<Problem>> further;
    private final CompletableFuture<SchemaValidator> validator;

    /**
     * A reader of specs with these sections.
     *
     * @param further finds what is wrong with a spec beyond what the JSON Schema can say
     */
    public SpecReader(List<Section> sections, Function<Spec, List<Problem>> further) {
        this.sections = List.copyOf(sections);
        this.further = further;
        // Preparing the schema takes longer than reading the file, and needs nothing of it.
        this.validator = CompletableFuture.supplyAsync(() -> new SchemaValidator(new SpecSchema(sections)));
    }

    /**
     * Reads a spec.
     *
     * @throws SpecException with all problems, if there are any
     */
    public Spec read(Path file) {
        List<Problem> problems = new ArrayList<>();
        Sources sources = new Sources();
        Optional<Node.Mapping> merged = load(file, new Location(file.toString(), 1, 1), sources, problems)
                .flatMap(node -> mapping(node, problems))
                .map(root -> new Includes(file, sources, problems).merge(root));
        if (merged.isEmpty()) {
            throw new SpecException(problems, sources);
        }
        SchemaValidator.Result validated = validator.join().validate(merged.get());
        problems.addAll(validated.problems());
        Spec spec = bind(file, Defaults.applied(validated.sound(), problems), sources, problems);
        MigrationFiles.check(spec, merged.get(), problems);
        checkRoles(spec, problems);
        problems.addAll(further.apply(spec));
        if (!problems.isEmpty()) {
            throw new SpecException(problems, sources);
        }
        return spec;
    }

    /** Whether a YAML file is meant as a spec: it has the key {@code spec} at the top, or seems to where it is no YAML. */
    public static boolean declaresSpec(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            if (lines.anyMatch(line -> line.matches(BYTE_ORDER_MARK + "?(\\{\\s*)?[\"']?spec[\"']?\\s*:.*"))) {
                return true;
            }
        } catch (IOException | UncheckedIOException e) {
            // Reading it as a spec will say what is wrong with it.
            return true;
        }
        return topLevelKeys(file).contains("spec");
    }

    /** The id that a spec states, as far as it can be read, even if the rest cannot. */
    public static Optional<String> idOf(Path file) {
        Optional<Node> document = load(file, new Location(file.toString(), 1, 1), new Sources(), new ArrayList<>());
        Optional<String> id = document.map(node -> node.descend(List.of("spec")))
                .filter(Node.Scalar.class::isInstance)
                .map(node -> ((Node.Scalar) node).value());
        if (id.isPresent() || document.isPresent() || !Files.isRegularFile(file)) {
            return id.filter(SpecReader::isId);
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.matches("[\"']?spec[\"']?\\s*:.*"))
                    .findFirst()
                    .map(line -> line.replaceAll("^[^:]*:\\s*[\"']?|[\"']?\\s*(#.*)?$", ""))
                    .filter(SpecReader::isId);
        } catch (IOException | UncheckedIOException e) {
            // Reading it as a spec will say what is wrong with it.
            return Optional.empty();
        }
    }

    /** Whether a folder may have that name: the form that the JSON Schema asks for. */
    private static boolean isId(String text) {
        return text.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    /** The top-level keys of a YAML file; empty if it is not a mapping or cannot be read. */
    public static Set<String> topLevelKeys(Path file) {
        Optional<Node> document = load(file, new Location(file.toString(), 1, 1), new Sources(), new ArrayList<>());
        return document.filter(Node.Mapping.class::isInstance)
                .map(node -> ((Node.Mapping) node).entries().keySet())
                .orElse(Set.of());
    }

    /** The files that a spec file includes, as far as that can be read. */
    public static List<Path> includes(Path file) {
        Optional<Node> document = load(file, new Location(file.toString(), 1, 1), new Sources(), new ArrayList<>());
        List<Path> included = new ArrayList<>();
        document.map(node -> node.descend(List.of("include"))).ifPresent(node -> {
            if (node instanceof Node.Sequence names) {
                names.items().stream()
                        .filter(Node.Scalar.class::isInstance)
                        .flatMap(name ->
                                path(file.toAbsolutePath().resolveSibling(""), ((Node.Scalar) name).value()).stream())
                        .forEach(included::add);
            }
        });
        return included;
    }

    private static Optional<Node.Mapping> mapping(Node node, List<Problem> problems) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        problems.add(new Problem(
                node.location(), "found " + node.kind() + ", expected a spec: a mapping that begins with spec: ID"));
        return Optional.empty();
    }

    private static Optional<Node> load(Path file, Location asked, Sources sources, List<Problem> problems) {
        String name = file.toString();
        try {
            byte[] bytes = head(file);
            if (bytes.length > MAX_BYTES) {
                problems.add(new Problem(asked, name + " is larger than " + MAX_BYTES + " bytes: not a spec"));
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
            sources.add(name, content);
            return YamlReader.read(name, content, problems);
        } catch (CharacterCodingException e) {
            problems.add(new Problem(asked, name + " is not UTF-8 text"));
        } catch (IOException e) {
            String reason = Files.exists(file) ? "cannot be read: " + e.getMessage() : "does not exist";
            problems.add(new Problem(asked, "the file " + name + " " + reason));
        }
        return Optional.empty();
    }

    /** The file's bytes, one more than are allowed at most: a device may have no size and no end. */
    private static byte[] head(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(MAX_BYTES + 1);
        }
    }

    /** The keys that the spec language has at its top, of which the component names of a header record are ours. */
    private record Header(
            @Nullable SourceText spec,
            @Nullable String title,
            Spec.@Nullable Postgres postgres,
            @Nullable Node schemas,
            List<String> include,
            Spec.@Nullable Migrations migrations,
            Spec.@Nullable Roles roles,
            List<SourceText> closed,
            @Nullable Node defaults) {}

    private Spec bind(Path file, Node.Mapping root, Sources sources, List<Problem> problems) {
        Header header = Binder.bind(Header.class, root);
        Map<Class<? extends Record>, Record> bound = new LinkedHashMap<>();
        Set<String> known = new HashSet<>(names(Header.class));
        for (Section section : sections) {
            bound.put(section.type(), Binder.bind(section.type(), root));
            known.addAll(names(section.type()));
        }
        List<String> unread = root.entries().keySet().stream()
                .filter(key -> !known.contains(key))
                .toList();
        if (!unread.isEmpty() && problems.isEmpty()) {
            // The schema refuses what is no key; what it lets through and nobody reads would be passed over in silence.
            throw new IllegalStateException("No family of checks reads " + unread + ". Report this.");
        }
        // Without an id the spec is refused; what else is wrong with it is looked for all the same.
        SourceText named = header.spec();
        Location at = named == null ? root.location() : named.location();
        String id = named == null ? "" : named.text();
        return new Spec(
                id,
                header.title() == null ? id : header.title(),
                file,
                at,
                header.postgres() == null ? new Spec.Postgres(at, null, List.of(), null) : header.postgres(),
                schemas(header.schemas()),
                header.migrations() == null
                        ? new Spec.Migrations(at, Spec.Migrations.Runner.NONE, null)
                        : header.migrations(),
                header.roles() == null ? new Spec.Roles(at, null, null, null) : header.roles(),
                header.closed(),
                bound,
                root,
                sources);
    }

    /** The names of the schemas, which are a list or the keys of a mapping that says more of them. */
    private static List<String> schemas(@Nullable Node node) {
        List<String> names = new ArrayList<>();
        if (node instanceof Node.Mapping mapping) {
            names.addAll(mapping.entries().keySet());
        } else if (node instanceof Node.Sequence list) {
            list.items().stream()
                    .filter(Node.Scalar.class::isInstance)
                    .forEach(item -> names.add(((Node.Scalar) item).value()));
        }
        return names.isEmpty() ? List.of("public") : names;
    }

    private static List<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .toList();
    }

    private static void checkRoles(Spec spec, List<Problem> problems) {
        SourceText setup = spec.roles().setup();
        if (setup != null
                && path(spec.folder(), setup.text())
                        .filter(Files::isRegularFile)
                        .isEmpty()) {
            problems.add(
                    new Problem(setup.location(), "the file '" + setup.text() + "' does not exist beside the spec"));
        }
        String owner = spec.roles().owner();
        if (owner != null && owner.equals(spec.roles().application())) {
            problems.add(new Problem(
                    spec.roles().location(),
                    "owner and application are both '" + owner
                            + "': an owner is not bound by row security; name another role for the application"));
        }
    }

    /** What a path in a spec means; nothing if no file can have that name. */
    static Optional<Path> path(Path folder, String written) {
        try {
            return Optional.of(folder.resolve(written));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Merges the files that a spec includes into it. */
    private static final class Includes {

        private final Path file;
        private final Path folder;
        private final Sources sources;
        private final List<Problem> problems;
        private final Set<Path> seen = new HashSet<>();

        Includes(Path file, Sources sources, List<Problem> problems) {
            this.file = file;
            Path parent = file.toAbsolutePath().normalize().getParent();
            this.folder = parent == null ? file.toAbsolutePath() : parent;
            this.sources = sources;
            this.problems = problems;
            seen.add(real(file.toAbsolutePath().normalize()));
        }

        private static Path real(Path path) {
            try {
                return path.toRealPath();
            } catch (IOException e) {
                // It has just been read; whatever has happened since, its name will do to find it included again.
                return path;
            }
        }

        Node.Mapping merge(Node.Mapping root) {
            Node.Mapping merged = root;
            Optional<Node> include = root.get("include");
            if (include.isEmpty() || !(include.get() instanceof Node.Sequence names)) {
                return merged;
            }
            for (Node name : names.items()) {
                if (name instanceof Node.Scalar scalar && !scalar.value().isEmpty()) {
                    merged = included(scalar, merged);
                }
            }
            return merged;
        }

        private Node.Mapping included(Node.Scalar name, Node.Mapping into) {
            Optional<Path> target = path(folder, name.value());
            String fault = target.isEmpty() ? "cannot be the name of a file" : fault(target.get());
            if (!fault.isEmpty()) {
                problems.add(new Problem(name.location(), "'" + name.value() + "' " + fault));
                return into;
            }
            Optional<Node.Mapping> part = load(file.resolveSibling(name.value()), name.location(), sources, problems)
                    .flatMap(node -> mapping(node, problems));
            return part.map(each -> Merge.of(into, each, problems)).orElse(into);
        }

        /** What keeps a file from being included; a symbolic link is where it leads to. */
        private String fault(Path target) {
            Path absolute = target.toAbsolutePath().normalize();
            boolean inside = absolute.startsWith(folder);
            try {
                if (inside && Files.exists(absolute)) {
                    absolute = absolute.toRealPath();
                    inside = absolute.startsWith(folder.toRealPath());
                }
            } catch (IOException e) {
                return "cannot be found: " + e.getMessage();
            }
            if (!inside) {
                return "lies outside the spec's folder; move it inside";
            } else if (Files.exists(absolute) && !Files.isRegularFile(absolute)) {
                return "is no file";
            }
            return seen.add(absolute) ? "" : "is included twice";
        }
    }
}
