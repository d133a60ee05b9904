package org.pgassay.postgres.plans;

import java.util.ArrayList;
import java.util.List;

/** Lines of a shell script that make a relation's file as long as its pages, taking no room on disk. */
final class SparseFile {

    private static final long PAGE = 8192;

    /** A relation's file is cut into segments of 1 GB: {@code 16384}, {@code 16384.1}, … */
    private static final long PAGES_OF_A_SEGMENT = 131_072;

    private SparseFile() {}

    /**
     * The script's lines.
     *
     * @param file from the data directory, as {@code pg_relation_filepath} has it
     */
    static List<String> of(String file, long pages) {
        List<String> lines = new ArrayList<>();
        long whole = pages / PAGES_OF_A_SEGMENT;
        long rest = pages % PAGES_OF_A_SEGMENT;
        if (whole > 0) {
            lines.add("truncate -s " + PAGES_OF_A_SEGMENT * PAGE + " " + file);
            for (long first = 1; first < whole; first += 100) {
                StringBuilder names = new StringBuilder();
                for (long segment = first; segment < Math.min(first + 100, whole); segment++) {
                    names.append(' ').append(file).append('.').append(segment);
                }
                lines.add("truncate -s " + PAGES_OF_A_SEGMENT * PAGE + names);
            }
        }
        lines.add("truncate -s " + rest * PAGE + " " + file + (whole == 0 ? "" : "." + whole));
        return lines;
    }
}
