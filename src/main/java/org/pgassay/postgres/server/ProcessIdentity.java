package org.pgassay.postgres.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process, told from a later one with the same number.
 *
 * @param pid its number
 * @param start when it started: on Linux in clock ticks since the boot, elsewhere in ms since 1970
 * @param world the boot and the process number space in which that number means something; empty if unknown
 */
record ProcessIdentity(long pid, String start, String world) {

    static ProcessIdentity current() {
        return of(ProcessHandle.current());
    }

    static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), startOf(process), here());
    }

    /** Whether the process's number means something here: same boot, same container. */
    boolean isOfThisWorld() {
        return world.equals(here());
    }

    /** The process, if it is of this world and still runs. */
    Optional<ProcessHandle> find() {
        return isOfThisWorld()
                ? ProcessHandle.of(pid)
                        .filter(process -> process.isAlive() && startOf(process).equals(start))
                : Optional.empty();
    }

    String toText() {
        return pid + "\n" + start + "\n" + world + "\n";
    }

    static Optional<ProcessIdentity> parse(String text) {
        String[] lines = text.split("\n", -1);
        return lines.length == 4 && lines[0].matches("\\d{1,18}")
                ? Optional.of(new ProcessIdentity(Long.parseLong(lines[0]), lines[1], lines[2]))
                : Optional.empty();
    }

    /** The command line, its arguments apart by spaces; empty where it cannot be read. */
    static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.UTF_8)
                    .replace('\0', ' ');
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }

    private static String startOf(ProcessHandle process) {
        try {
            String stat = Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "stat"), StandardCharsets.ISO_8859_1);
            // proc(5): the program's name stands in parentheses and may hold anything; field 22 is the start time.
            // Not ProcessHandle's instant: that moves when the clock is set.
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[19];
        } catch (IOException e) {
            return process.info()
                    .startInstant()
                    .map(instant -> Long.toString(instant.toEpochMilli()))
                    .orElse("");
        }
    }

    private static String here() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip()
                    + ' '
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException e) {
            return "";
        }
    }
}
