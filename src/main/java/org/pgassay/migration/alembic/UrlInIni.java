package org.pgassay.migration.alembic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgassay.migration.SourceFile;

/**
 * A copy of alembic.ini with another {@code sqlalchemy.url}: for projects as {@code alembic init} makes them, whose env.py
 * takes the database from there and knows of no environment variable.
 */
final class UrlInIni {

    /** The key with its value, which goes on over indented lines. */
    private static final Pattern URL = Pattern.compile("(?m)^(sqlalchemy\\.url[ \\t]*[=:]).*(?:\\R[ \\t]+\\S.*)*");

    private static final String INI = "alembic.ini";

    private final Path folder;
    private final String text;

    private UrlInIni(Path folder, String text) {
        this.folder = folder;
        this.text = text;
    }

    /**
     * The alembic.ini of a project whose database is stated there and nowhere else.
     *
     * @param variable the environment variable that env.py would take it from
     * @return nothing where env.py mentions the variable, or the file states no URL
     */
    static Optional<UrlInIni> of(Path folder, String variable) {
        try {
            Path ini = folder.resolve(INI);
            if (!Files.isRegularFile(ini)) {
                return Optional.empty();
            }
            String text = SourceFile.text(ini);
            Optional<Path> script = AlembicSettings.script(ini);
            boolean asks = script.isPresent()
                    && Files.isRegularFile(script.get().resolve("env.py"))
                    && SourceFile.text(script.get().resolve("env.py")).contains(variable);
            return asks || !URL.matcher(text).find() ? Optional.empty() : Optional.of(new UrlInIni(folder, text));
        } catch (IOException e) {
            throw new UncheckedIOException("the files of " + folder + " cannot be read", e);
        }
    }

    /** Writes the copy, which only this user may read; whoever asked for it deletes it. */
    Path write(String url) {
        String here = folder.toAbsolutePath().normalize().toString().replace("%", "%%");
        String copy = URL.matcher(text)
                .replaceAll("$1 " + Matcher.quoteReplacement(url.replace("%", "%%")))
                .replace("%(here)s", here);
        try {
            return Files.writeString(Files.createTempFile("pgassay-alembic", ".ini"), copy, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the copy of " + folder.resolve(INI) + " cannot be written", e);
        }
    }
}
