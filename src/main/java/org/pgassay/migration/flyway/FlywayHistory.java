package org.pgassay.migration.flyway;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.AppliedRevisions;
import org.pgassay.migration.AppliedRevisions.Checksums;
import org.pgassay.migration.HistoryTable;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;

/**
 * Reads what Flyway has applied from its history table, and compares it with the files.
 *
 * <p>A repeatable migration whose file has changed is not edited but pending: Flyway runs it again.
 */
final class FlywayHistory {

    /** Of a longer description Flyway keeps so many characters less three, and three dots. */
    private static final int DESCRIPTION = 200;

    private final RevisionGraph graph;
    private final Charset encoding;
    private final Map<String, Row> last = new LinkedHashMap<>();
    private @Nullable String baseline;
    private final Set<String> applied = new LinkedHashSet<>();
    private final Set<String> failed = new LinkedHashSet<>();
    private final Set<String> same = new LinkedHashSet<>();
    private final Map<String, String> edited = new LinkedHashMap<>();
    private final Map<String, String> open = new LinkedHashMap<>();

    private FlywayHistory(RevisionGraph graph, Charset encoding) {
        this.graph = graph;
        this.encoding = encoding;
    }

    /** A row of the table; the checksum is null where Flyway had none. */
    private record Row(
            String description, String type, @Nullable Integer checksum, boolean success) {}

    /**
     * What a database has of the revisions.
     *
     * @param table its name, with its schema and quoted where that is needed
     * @param schemas where it is looked for, if the {@code search_path} does not lead to it
     * @param encoding that of the files
     */
    static AppliedRevisions read(
            Connection connection, RevisionGraph graph, String table, List<String> schemas, Charset encoding)
            throws SQLException {
        @Nullable String found = HistoryTable.find(connection, table, schemas).orElse(null);
        if (found == null) {
            return new AppliedRevisions("there is no table " + table, Set.of(), Set.of());
        }
        FlywayHistory history = new FlywayHistory(graph, encoding);
        history.rows(connection, found);
        graph.revisions().forEach(history::judge);
        return new AppliedRevisions(
                "by the table " + found,
                history.applied,
                history.last.keySet(),
                history.failed,
                new Checksums(history.same, history.edited, history.open));
    }

    private void rows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                // The server has quoted the name.
                ResultSet rows = statement.executeQuery("select version, description, type, checksum, success from "
                        + table + " order by installed_rank")) {
            while (rows.next()) {
                @Nullable String version = rows.getString(1);
                String description = rows.getString(2);
                String type = rows.getString(3);
                int checksum = rows.getInt(4);
                Row row = new Row(description, type, rows.wasNull() ? null : checksum, rows.getBoolean(5));
                if (type.equals("SCHEMA")) {
                    continue;
                }
                String id = version == null ? "R__" + description : known(version);
                if (type.equals("DELETE") || (type.startsWith("UNDO") && row.success())) {
                    last.remove(id);
                } else if (type.equals("BASELINE")) {
                    baseline = version;
                } else {
                    last.put(id, row);
                }
            }
        }
    }

    /** As the files have it: to Flyway 1 and 1.0 are one version. */
    private String known(String version) {
        return graph.revisions().stream()
                .map(Revision::id)
                .filter(id -> !repeatable(id) && version.matches("[0-9.]+") && FlywayFolder.compare(id, version) == 0)
                .findFirst()
                .orElse(version);
    }

    private static boolean repeatable(String id) {
        return id.startsWith("R__");
    }

    private void judge(Revision revision) {
        String id = revision.id();
        @Nullable Row row = last.remove(repeatable(id) ? "R__" + revision.title() : id);
        if (row == null) {
            if (baseline != null && !repeatable(id) && FlywayFolder.compare(id, baseline) <= 0) {
                // Flyway takes all up to the baseline for done.
                applied.add(id);
                open.put(
                        id, "it counts as done by the baseline " + baseline + ", so the table holds no checksum of it");
            }
            return;
        } else if (!row.success()) {
            failed.add(id);
            return;
        }
        compare(revision, row);
    }

    private void compare(Revision revision, Row row) {
        String id = revision.id();
        @Nullable Integer now = checksum(revision);
        if (now == null) {
            applied.add(id);
            return;
        } else if (repeatable(id)) {
            if (now.equals(row.checksum())) {
                applied.add(id);
                same.add(id);
            }
            return;
        }
        applied.add(id);
        if (row.checksum() == null) {
            open.put(id, "the table holds no checksum of it");
        } else if (!now.equals(row.checksum())) {
            edited.put(id, "its checksum there is " + row.checksum() + ", and that of the file " + now);
        } else if (!shortened(revision.title()).equals(row.description())) {
            edited.put(
                    id, "it is called '" + row.description() + "' there, and '" + revision.title() + "' by the file");
        } else {
            same.add(id);
        }
    }

    private static String shortened(String title) {
        return title.length() <= DESCRIPTION ? title : title.substring(0, DESCRIPTION - 3) + "...";
    }

    private @Nullable Integer checksum(Revision revision) {
        try {
            byte[] bytes = Files.readAllBytes(revision.file());
            if (repeatable(revision.id()) && new String(bytes, encoding).contains("${")) {
                open.put(
                        revision.id(),
                        "Flyway puts in its placeholders before it computes a repeatable file's checksum");
                return null;
            }
            return crc(bytes, encoding);
        } catch (CharacterCodingException e) {
            open.put(revision.id(), "the file " + revision.file() + " is not " + encoding + " text");
        } catch (IOException e) {
            open.put(revision.id(), "the file " + revision.file() + " cannot be read: " + e.getMessage());
        }
        return null;
    }

    /** Flyway's own: CRC-32 over the lines without their ends and without a byte order mark. */
    private static int crc(byte[] bytes, Charset encoding) throws IOException {
        CRC32 crc = new CRC32();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), encoding.newDecoder()))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String plain = i == 0 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            crc.update(plain.getBytes(StandardCharsets.UTF_8));
        }
        return (int) crc.getValue();
    }
}
