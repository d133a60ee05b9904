package org.pgassay.migration.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pgassay.migration.Revision;
import org.pgassay.migration.log.DdlLog.Entry;
import org.pgassay.migration.log.DdlLog.Event;

/**
 * Tells which revision each entry of a log belongs to.
 *
 * <p>Where the runner says when a revision begins, what follows is the revision's. Otherwise the tool's version table tells:
 * tools write a revision down when it is done, so that what came before is the revision's.
 *
 * @param byRevision in the order the revisions ran
 * @param unattributed how many entries belong to none
 */
record Attribution(Map<String, List<Entry>> byRevision, int unattributed) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Attribution of(DdlLog log, List<Revision> revisions, Set<String> versionTables) {
        List<Entry> entries = log.entries().stream()
                .filter(entry -> entry.sequence() > 0)
                .filter(entry -> !ofVersionTable(entry, versionTables))
                .toList();
        if (entries.stream().anyMatch(entry -> entry.event() == Event.MARK)) {
            return byMarks(entries);
        } else if (entries.stream().anyMatch(entry -> entry.event() == Event.VERSION)) {
            return byVersions(entries, revisions);
        }
        return revisions.size() == 1
                ? new Attribution(Map.of(revisions.get(0).id(), entries), 0)
                : new Attribution(Map.of(), entries.size());
    }

    /** The tool's own table is no work of a revision's; its rows are what tells them apart. */
    private static boolean ofVersionTable(Entry entry, Set<String> names) {
        return entry.event() != Event.VERSION
                && entry.event() != Event.MARK
                && names.stream().anyMatch(name -> tableOf(entry).endsWith("." + name));
    }

    private static String tableOf(Entry entry) {
        if (entry.type().equals("column") || entry.type().equals("constraint")) {
            return entry.identity().substring(0, Math.max(0, entry.identity().lastIndexOf('.')));
        } else if (entry.type().equals("index")) {
            return entry.identity().replaceFirst("_(pkc?|pkey|s_idx)$", "");
        }
        return entry.identity();
    }

    private static Attribution byMarks(List<Entry> entries) {
        Map<String, List<Entry>> byRevision = new LinkedHashMap<>();
        List<Entry> current = new ArrayList<>();
        List<Entry> before = current;
        for (Entry entry : entries) {
            if (entry.event() == Event.MARK) {
                current = byRevision.computeIfAbsent(entry.identity(), id -> new ArrayList<>());
            } else if (entry.event() != Event.VERSION) {
                current.add(entry);
            }
        }
        return new Attribution(byRevision, before.size());
    }

    private static Attribution byVersions(List<Entry> entries, List<Revision> revisions) {
        Map<String, List<Entry>> byRevision = new LinkedHashMap<>();
        List<Entry> current = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.event() != Event.VERSION) {
                current.add(entry);
                continue;
            }
            Optional<String> done = entry.tag().equals("DELETE") ? Optional.empty() : revision(entry, revisions);
            if (done.isPresent()) {
                current.add(entry);
                byRevision.computeIfAbsent(done.get(), id -> new ArrayList<>()).addAll(current);
                current.clear();
            }
        }
        return new Attribution(byRevision, current.size());
    }

    /** The revision that a row names: by its id, by its file, or as Liquibase by id and author. */
    private static Optional<String> revision(Entry row, List<Revision> revisions) {
        Set<String> values = new HashSet<>();
        String changeSet;
        try {
            JsonNode columns = JSON.readTree(row.detail());
            columns.forEach(value -> values.add(value.asText()));
            changeSet = "::" + columns.path("id").asText() + "::"
                    + columns.path("author").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL wrote a row that is no JSON: " + row.detail(), e);
        }
        return revisions.stream()
                .filter(revision -> values.contains(revision.id())
                        || values.contains(revision.file().getFileName().toString())
                        || revision.id().endsWith(changeSet))
                .map(Revision::id)
                .findFirst();
    }
}
