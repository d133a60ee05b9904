package org.pgassay.check.security;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.pgassay.spec.Location;

/**
 * Files that the spec names, by patterns of paths beside the spec.
 *
 * @param name as the spec writes it, such as {@code migrations}
 * @param folder the spec's
 * @param patterns relative to the folder
 * @param unseen what puts data in without being a file, such as a program, in words
 */
record FileSelection(String name, Path folder, List<String> patterns, List<String> unseen, Location location) {

    /** What tools put beside sources; nothing in it is the user's. */
    private static final Set<String> FOREIGN = Set.of("node_modules", "__pycache__", "venv", "site-packages");

    FileSelection {
        patterns = List.copyOf(patterns);
        unseen = List.copyOf(unseen);
    }

    /** A file, and its path as the spec would write it. */
    record Selected(String name, Path path) {}

    /**
     * The files, each once, by name.
     *
     * @throws IOException if a folder cannot be read
     */
    List<Selected> files() throws IOException {
        TreeMap<String, Path> found = new TreeMap<>();
        for (String pattern : patterns) {
            FilePattern wanted = FilePattern.of(normal(pattern));
            Path from = folder.resolve(FilePattern.folder(pattern)).normalize();
            if (Files.isDirectory(from)) {
                for (Path file : below(from)) {
                    String name = relative(file);
                    if (wanted.matches(name)) {
                        found.put(name, file);
                    }
                }
            }
        }
        return found.entrySet().stream()
                .map(entry -> new Selected(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<Path> below(Path from) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                String name = String.valueOf(each.getFileName());
                boolean foreign = !each.equals(from) && (FOREIGN.contains(name) || name.startsWith("."));
                return foreign ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private String relative(Path file) {
        return folder.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }

    /** Without what goes into a folder and out of it again. */
    private String normal(String pattern) {
        String before = FilePattern.folder(pattern);
        String rest = pattern.substring(before.isEmpty() ? 0 : before.length() + 1);
        String base = relative(folder.resolve(before));
        return base.isEmpty() ? rest : base + "/" + rest;
    }
}
