package org.pgassay.migration.liquibase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.SourceFile;

/** Reads one change set of a changelog in XML, YAML or JSON. */
final class StatedChanges {

    /** What stands in a change set and is no change. */
    private static final Set<String> NO_CHANGES =
            Set.of("validCheckSum", "preConditions", "comment", "rollback", "modifySql", "property");

    /** The changes that Liquibase undoes by itself. */
    static final Set<String> REVERSIBLE = Set.of(
            "addColumn",
            "addDefaultValue",
            "addForeignKeyConstraint",
            "addLookupTable",
            "addNotNullConstraint",
            "addPrimaryKey",
            "addUniqueConstraint",
            "createIndex",
            "createSequence",
            "createTable",
            "createView",
            "dropNotNullConstraint",
            "empty",
            "output",
            "renameColumn",
            "renameSequence",
            "renameTable",
            "renameView",
            "tagDatabase");

    private StatedChanges() {}

    /**
     * A change set.
     *
     * @param root the folder that paths begin at
     * @param file that it stands in
     * @param path of the file below the root
     * @param logical the file's name in ids
     */
    static StatedChangeSet of(Element set, Path root, Path file, String path, String logical) throws IOException {
        String own = set.attribute("logicalFilePath");
        String id = set.attribute("id");
        String author = set.attribute("author");
        if (id.isEmpty() || author.isEmpty()) {
            throw new MigrationException(file + ":" + set.line() + ": the change set has no "
                    + (id.isEmpty() ? "id" : "author") + ", and Liquibase breaks off at it. Add it.");
        }
        List<Element> changes = changes(set);
        boolean rollback = set.child("rollback").isPresent() || set.attributes().containsKey("rollback");
        boolean reversible = changes.stream().allMatch(change -> REVERSIBLE.contains(change.name()));
        return new StatedChangeSet(
                LiquibaseFiles.plain(
                        (own.isEmpty() ? logical : LiquibaseFiles.path(own)) + "::" + id + "::" + author,
                        file,
                        set.line()),
                file,
                set.line(),
                title(set, changes),
                rollback || reversible,
                StatedChangeSet.forPostgresql(set.attribute("dbms")) && !set.is("ignore"),
                set.attribute("runOrder"),
                SourceFile.sha256(set.canonical() + contents(changes, root, path)));
    }

    /** In YAML they are listed under a key, in XML they stand in the change set itself. */
    private static List<Element> changes(Element set) {
        List<Element> changes = new ArrayList<>();
        for (Element child : set.children()) {
            if (child.name().equals("changes")) {
                changes.addAll(child.children());
            } else if (!NO_CHANGES.contains(child.name())) {
                changes.add(child);
            }
        }
        return changes;
    }

    private static String title(Element set, List<Element> changes) {
        String comment = set.child("comment").map(Element::text).orElse(set.attribute("comment"));
        return comment.isEmpty()
                ? changes.stream().map(Element::name).distinct().collect(Collectors.joining(", "))
                : comment.replaceAll("\\s+", " ");
    }

    /** Of the files that the changes read: an edit of one is an edit of the change set. */
    private static String contents(List<Element> changes, Path root, String path) throws IOException {
        StringBuilder contents = new StringBuilder();
        for (Element change : changes) {
            for (String key : List.of("path", "file")) {
                String named = change.attribute(key);
                Path file = named.isEmpty()
                        ? root
                        : root.resolve(LiquibaseFiles.resolved(named, change.is("relativeToChangelogFile"), path));
                if (!named.isEmpty() && Files.isRegularFile(file)) {
                    contents.append(' ').append(SourceFile.checksum(file));
                }
            }
        }
        return contents.toString();
    }
}
