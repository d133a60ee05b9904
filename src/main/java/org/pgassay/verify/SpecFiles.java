package org.pgassay.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SpecReader;

/** Finds the spec files that a path means: the file itself, or those in a folder and below it. */
public final class SpecFiles {

    /** Keys that a file which is no spec would hardly have. */
    private static final Set<String> TELLTALES =
            Set.of("tables", "claims", "migrations", "tenancy", "immutability", "queryPlans", "closed");

    private SpecFiles() {}

    /**
     * What a path means.
     *
     * @param specs in the order of their paths
     * @param problems files that look like specs and would be passed over in silence
     */
    public record Found(List<Path> specs, List<Problem> problems) {}

    /**
     * Finds the specs.
     *
     * @throws IOException if a folder cannot be read
     */
    public static Found in(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return new Found(List.of(path), List.of());
        }
        List<Path> specs = new ArrayList<>();
        Map<Path, Set<String>> likeSpecs = new LinkedHashMap<>();
        for (Path file : yamlFiles(path)) {
            if (SpecReader.declaresSpec(file)) {
                specs.add(file);
                continue;
            }
            Set<String> words = new TreeSet<>(SpecReader.topLevelKeys(file));
            words.retainAll(TELLTALES);
            if (!words.isEmpty()) {
                likeSpecs.put(file, words);
            }
        }
        List<Problem> problems = new ArrayList<>(passedOver(specs, likeSpecs));
        if (specs.isEmpty()) {
            problems.add(new Problem(
                    new Location(path.toString(), 1, 1),
                    "there is no spec in this folder: no *.yaml file with the key 'spec'"));
        }
        return new Found(specs, problems);
    }

    private static List<Problem> passedOver(List<Path> specs, Map<Path, Set<String>> likeSpecs) {
        if (likeSpecs.isEmpty()) {
            return List.of();
        }
        Set<Path> included = specs.stream()
                .flatMap(spec -> SpecReader.includes(spec).stream())
                .map(SpecFiles::absolute)
                .collect(Collectors.toSet());
        List<Problem> problems = new ArrayList<>();
        likeSpecs.forEach((file, words) -> {
            if (!included.contains(absolute(file))) {
                problems.add(new Problem(
                        new Location(file.toString(), 1, 1),
                        "this looks like a spec (" + String.join(", ", words)
                                + "), but it has no key 'spec' and no spec includes it, so it would be passed over"));
            }
        });
        return problems;
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static List<Path> yamlFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches("(?s).*\\.ya?ml"))
                    .sorted()
                    .toList();
        }
    }
}
