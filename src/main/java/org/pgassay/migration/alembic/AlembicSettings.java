package org.pgassay.migration.alembic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.SourceFile;

/**
 * Where Alembic finds its revisions.
 *
 * @param folders those with the revisions' files
 * @param recursive whether those below them count too
 */
record AlembicSettings(List<Path> folders, boolean recursive) {

    private static final String INI = "alembic.ini";

    private static final Pattern REFERENCE = Pattern.compile("%(?:\\(([^)]*)\\)s|%)");

    /**
     * Those of a project.
     *
     * @param folder that of alembic.ini; also the folder that holds {@code versions}, or that folder itself
     */
    static AlembicSettings of(Path folder) throws IOException {
        Path file = folder.resolve(INI);
        if (Files.isRegularFile(file)) {
            return new AlembicSettings(folders(file, folder), flag(section(file).get("recursive_version_locations")));
        }
        Path versions = folder.resolve("versions");
        return new AlembicSettings(List.of(Files.isDirectory(versions) ? versions : folder), false);
    }

    /** The folder of env.py, if alembic.ini names one. */
    static Optional<Path> script(Path ini) throws IOException {
        String script = section(ini).get("script_location");
        Path folder = ini.toAbsolutePath().getParent();
        return script == null || script.isBlank() || folder == null
                ? Optional.empty()
                : Optional.of(folder(script, folder));
    }

    private static boolean flag(@Nullable String text) {
        return text != null && text.strip().matches("(?i)true|1|yes|on");
    }

    private static List<Path> folders(Path file, Path folder) throws IOException {
        Map<String, String> section = section(file);
        String script = section.get("script_location");
        if (script == null || script.isBlank()) {
            throw new MigrationException(file + ":1: the section [alembic] has no script_location, so Alembic does not"
                    + " find its revisions. Add it.");
        }
        String locations = section.get("version_locations");
        List<Path> folders = new ArrayList<>();
        if (locations == null || locations.isBlank()) {
            folders.add(folder(script, folder).resolve("versions"));
        } else {
            for (String location : locations.strip().split(separator(section), -1)) {
                if (!location.isBlank()) {
                    folders.add(folder(location.strip(), folder));
                }
            }
        }
        for (Path each : folders) {
            if (!Files.isDirectory(each)) {
                throw new MigrationException(
                        file + ":1: the folder " + each + " is not there, which Alembic is to find its revisions in."
                                + " Make it, or correct script_location and version_locations.");
            }
        }
        return folders;
    }

    /** A location may be {@code package:folder}: the folder of a Python package, from where Alembic is started. */
    private static Path folder(String written, Path folder) {
        int colon = written.indexOf(':');
        if (colon > 1) {
            return folder.resolve(written.substring(0, colon).replace('.', '/'))
                    .resolve(written.substring(colon + 1))
                    .normalize();
        }
        return folder.resolve(written).normalize();
    }

    private static String separator(Map<String, String> section) {
        String word = section.getOrDefault("path_separator", section.getOrDefault("version_path_separator", ""));
        return switch (word.strip()) {
            case "os", ":" -> ":";
            case ";" -> ";";
            case "newline" -> "\\n";
            case "space" -> "\\s+";
            default -> ",\\s*|\\s+";
        };
    }

    /** The keys of the section [alembic], by the rules of Python's configparser. */
    private static Map<String, String> section(Path file) throws IOException {
        Map<String, String> raw = new LinkedHashMap<>();
        raw.put("here", String.valueOf(file.toAbsolutePath().normalize().getParent()));
        boolean ours = false;
        String key = "";
        for (String line : SourceFile.text(file).lines().toList()) {
            String bare = line.strip();
            boolean silent = bare.isEmpty() || bare.startsWith("#") || bare.startsWith(";");
            if (!silent && bare.startsWith("[") && bare.endsWith("]")) {
                ours = bare.equals("[alembic]") || bare.equals("[DEFAULT]");
                key = "";
            } else if (!silent && ours && Character.isWhitespace(line.charAt(0)) && !key.isEmpty()) {
                raw.merge(key, bare, (before, more) -> before + "\n" + more);
            } else if (!silent && ours) {
                String[] parts = bare.split("[=:]", 2);
                key = parts[0].strip().toLowerCase(Locale.ROOT);
                raw.put(key, parts.length > 1 ? parts[1].strip() : "");
            }
        }
        Map<String, String> values = new LinkedHashMap<>();
        raw.forEach((name, value) -> values.put(name, filled(value, raw)));
        return values;
    }

    private static String filled(String value, Map<String, String> raw) {
        return REFERENCE.matcher(value).replaceAll(match -> {
            String name = match.group(1);
            return Matcher.quoteReplacement(name == null ? "%" : raw.getOrDefault(name, match.group()));
        });
    }
}
