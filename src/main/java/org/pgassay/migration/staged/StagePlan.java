package org.pgassay.migration.staged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.NaturalOrder;

/**
 * Which files of a folder belong to which stage.
 *
 * @param files by stage, in the order of running
 * @param faults what is wrong with that
 */
public record StagePlan(List<List<Path>> files, List<Fault> faults) {

    private static final String SQL = ".sql";
    private static final String DOWN = ".down.sql";

    /** Copies the lists. */
    public StagePlan {
        files = files.stream().map(List::copyOf).toList();
        faults = List.copyOf(faults);
    }

    /**
     * What is written of a stage.
     *
     * @param patterns of files, relative to the folder
     * @param rollback the file that undoes it, relative to the folder; null for none
     */
    public record Wanted(
            String name, List<String> patterns, @Nullable String rollback) {

        /** Copies the list. */
        public Wanted {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * Something that is wrong.
     *
     * @param stage which stage it is about, from 0; {@link #FOLDER} for the folder as a whole
     * @param pattern which of its patterns, from 0; {@link #ROLLBACK} for its rollback
     */
    public record Fault(int stage, int pattern, String message) {

        /** Instead of a stage: what no stage names. */
        public static final int FOLDER = -1;

        /** Instead of a pattern: the file that undoes the stage. */
        public static final int ROLLBACK = -1;
    }

    /**
     * Divides the files of a folder among stages.
     *
     * @throws IOException if the folder cannot be read
     */
    public static StagePlan of(Path folder, List<Wanted> wanted) throws IOException {
        return new Division(folder, wanted).plan();
    }

    /** The division as it is made. */
    private static final class Division {

        private final Path folder;
        private final List<Wanted> wanted;
        private final Map<String, Path> present;
        private final Map<String, String> rollbacks = new HashMap<>();
        private final Map<String, String> taken = new HashMap<>();
        private final List<Fault> faults = new ArrayList<>();

        Division(Path folder, List<Wanted> wanted) throws IOException {
            this.folder = folder;
            this.wanted = wanted;
            this.present = present(folder);
        }

        /** All SQL files below the folder, by their names relative to it, in natural order. */
        private static Map<String, Path> present(Path folder) throws IOException {
            Map<String, Path> present = new TreeMap<>(NaturalOrder.INSTANCE);
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(file -> ends(file.getFileName().toString(), SQL))
                        .filter(file -> !Files.isDirectory(file))
                        .forEach(file -> present.put(relative(folder, file), file));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            return present;
        }

        private static String relative(Path folder, Path file) {
            return folder.relativize(file).toString().replace('\\', '/');
        }

        /** A migration must not be passed over because the case of its ending differs. */
        private static boolean ends(String name, String ending) {
            return name.toLowerCase(Locale.ROOT).endsWith(ending);
        }

        StagePlan plan() {
            for (int stage = 0; stage < wanted.size(); stage++) {
                rollback(stage);
            }
            List<List<Path>> files = new ArrayList<>();
            for (int stage = 0; stage < wanted.size(); stage++) {
                files.add(files(stage));
            }
            forgotten();
            links();
            return new StagePlan(files, faults);
        }

        private void rollback(int stage) {
            String name = wanted.get(stage).rollback();
            if (name == null) {
                return;
            }
            Optional<String> outside = outside(name);
            String normal = outside.isPresent()
                    ? name
                    : Path.of(name).normalize().toString().replace('\\', '/');
            if (outside.isPresent()) {
                fault(stage, Fault.ROLLBACK, outside.get());
            } else if (!Files.isRegularFile(folder.resolve(normal))) {
                fault(stage, Fault.ROLLBACK, "the file '" + name + "' does not exist in " + folder);
            } else {
                String other = rollbacks.putIfAbsent(normal, wanted.get(stage).name());
                if (other != null) {
                    fault(stage, Fault.ROLLBACK, "'" + name + "' is what undoes stage " + other + " already");
                }
            }
        }

        private List<Path> files(int stage) {
            Set<String> names = new LinkedHashSet<>();
            List<String> patterns = wanted.get(stage).patterns();
            for (int i = 0; i < patterns.size(); i++) {
                names.addAll(matched(stage, i, patterns.get(i)));
            }
            return names.stream().map(folder::resolve).toList();
        }

        private List<String> matched(int stage, int number, String pattern) {
            Optional<String> outside = outside(pattern);
            if (outside.isPresent()) {
                fault(stage, number, outside.get());
                return List.of();
            }
            PathMatcher matcher;
            try {
                matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            } catch (PatternSyntaxException e) {
                fault(stage, number, "'" + pattern + "' is no pattern of files: " + e.getDescription());
                return List.of();
            }
            List<String> matched = present.keySet().stream()
                    .filter(name -> !rollbacks.containsKey(name) && matcher.matches(Path.of(name)))
                    .toList();
            if (matched.isEmpty()) {
                fault(stage, number, "'" + pattern + "' matches no *.sql file in " + folder);
            }
            List<String> own = new ArrayList<>();
            for (String name : matched) {
                if (take(stage, number, name)) {
                    own.add(name);
                }
            }
            return own;
        }

        /** Whether the stage may have the file. */
        private boolean take(int stage, int number, String name) {
            String by = wanted.get(stage).name();
            String other = taken.putIfAbsent(name, by);
            if (other != null && !other.equals(by)) {
                fault(stage, number, "'" + name + "' belongs to stage " + other + " already; a file runs in one stage");
                return false;
            } else if (ends(name, DOWN)) {
                fault(
                        stage,
                        number,
                        "'" + name + "' undoes something, by its name; name it under 'rollback', or rename it");
                return false;
            }
            return true;
        }

        private static Optional<String> outside(String path) {
            boolean up =
                    path.startsWith("/") || Stream.of(path.split("[/\\\\]", -1)).anyMatch(step -> step.equals(".."));
            return up
                    ? Optional.of("'" + path + "' leads out of the folder of the migrations; name what lies below it")
                    : Optional.empty();
        }

        /** Files beside those that a stage takes, or in the folder itself, would never run and nobody would see. */
        private void forgotten() {
            Set<String> folders = new HashSet<>(Set.of(""));
            taken.keySet().forEach(name -> folders.add(folderOf(name)));
            Map<String, List<String>> left = new LinkedHashMap<>();
            present.keySet().stream()
                    .filter(name -> !taken.containsKey(name) && !rollbacks.containsKey(name))
                    .filter(name -> folders.contains(folderOf(name)))
                    .forEach(name -> left.computeIfAbsent(folderOf(name), key -> new ArrayList<>())
                            .add(name));
            left.values()
                    .forEach(names -> fault(
                            Fault.FOLDER,
                            0,
                            "no stage names " + String.join(", ", names)
                                    + ", so nothing would run it; add it to a stage, or move it elsewhere"));
        }

        private static String folderOf(String name) {
            return name.substring(0, name.lastIndexOf('/') + 1);
        }

        private void links() {
            present.forEach((name, file) -> {
                if (taken.containsKey(name) && !Files.isRegularFile(file)) {
                    fault(
                            Fault.FOLDER,
                            0,
                            file + " is no file, or a link that leads to none; mend the link, or delete it");
                }
            });
        }

        private void fault(int stage, int pattern, String message) {
            faults.add(new Fault(stage, pattern, message));
        }
    }
}
