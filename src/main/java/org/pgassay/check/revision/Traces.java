package org.pgassay.check.revision;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Difference;
import org.pgassay.catalog.Difference.Change;
import org.pgassay.check.Names;
import org.pgassay.check.Rehearsals.Loss;
import org.pgassay.migration.MigrationRun;

/** Words for what an experiment with revisions left, lost or ran into. */
public final class Traces {

    /** More stand in the finding's evidence. */
    private static final int SHOWN = 4;

    private Traces() {}

    /** What undoing leaves and loses of a schema, a line an object. */
    public static List<String> ofUndoing(Difference difference, Names names) {
        String home = names.schemas().get(0);
        return difference.changes().stream()
                .map(change -> switch (change.sort()) {
                    case ADDED -> change.object(home) + " stays behind";
                    case REMOVED, CHANGED -> line(change, home);
                })
                .toList();
    }

    /** What differs, a line an object. */
    public static List<String> of(Difference difference, Names names) {
        return difference.lines(names.schemas().get(0));
    }

    private static String line(Change change, String home) {
        return new Difference(List.of(change)).lines(home).get(0);
    }

    /** What became of rows, a line a table or column. */
    public static List<String> of(List<Loss> losses, Names names) {
        return losses.stream()
                .map(loss -> subject(loss, names) + " " + loss.what())
                .toList();
    }

    /** The table or column that a loss is about. */
    static String subject(Loss loss, Names names) {
        @Nullable String column = loss.column();
        return column == null ? names.subject(loss.table()) : names.subject(loss.table(), column);
    }

    /** Where and why a revision failed, to stand after a colon or a comma. */
    public static String of(MigrationRun.Failure failure) {
        String message = failure.message();
        String end = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        String statement = failure.statement() == 0 ? "" : ", statement " + failure.statement();
        return "at " + failure.file() + ":" + failure.line() + statement + ": " + end;
    }

    /** The first lines, and how many more there are. */
    public static String summary(List<String> lines) {
        int more = lines.size() - SHOWN;
        return lines.stream().limit(SHOWN).collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "");
    }

    /** All lines of two lists. */
    static List<String> both(List<String> left, List<String> right) {
        return Stream.concat(left.stream(), right.stream()).toList();
    }
}
