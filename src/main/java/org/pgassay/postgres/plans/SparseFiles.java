package org.pgassay.postgres.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A shell script that makes relations' files as long as their pages, taking no room on disk. A process that is started costs
 * about half a millisecond, so that files of one length are made by one.
 */
final class SparseFiles {

    /** A relation's file is cut into segments of 1 GB: {@code 16384}, {@code 16384.1}, … */
    private static final long PAGES_OF_A_SEGMENT = 131_072;

    private static final long PAGE = 8192;

    /** What a command line holds on all systems, with room to spare. */
    private static final int FILES_OF_A_COMMAND = 500;

    private final Map<Long, List<String>> filesByPages = new TreeMap<>();

    /** Adds a file, from the data directory as {@code pg_relation_filepath} has it. */
    void add(String file, long pages) {
        long whole = pages / PAGES_OF_A_SEGMENT;
        for (long segment = 0; segment < whole; segment++) {
            add(PAGES_OF_A_SEGMENT, file, segment);
        }
        add(pages % PAGES_OF_A_SEGMENT, file, whole);
    }

    private void add(long pages, String file, long segment) {
        filesByPages
                .computeIfAbsent(pages, length -> new ArrayList<>())
                .add(segment == 0 ? file : file + "." + segment);
    }

    /** The script's lines. */
    List<String> script() {
        List<String> lines = new ArrayList<>();
        filesByPages.forEach((pages, files) -> {
            for (int first = 0; first < files.size(); first += FILES_OF_A_COMMAND) {
                int end = Math.min(files.size(), first + FILES_OF_A_COMMAND);
                lines.add("truncate -s " + pages * PAGE + " " + String.join(" ", files.subList(first, end)));
            }
        });
        return lines;
    }
}
