package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks whether a process is still there. */
final class RunningProcess {

    private RunningProcess() {}

    /** One that has ended and that no one has asked about yet is a zombie: it runs nothing. */
    static void assertGone(String pid) {
        String state;
        try {
            String line = Files.readString(Path.of("/proc", pid, "stat"));
            state = line.substring(line.lastIndexOf(')') + 2).substring(0, 1);
        } catch (IOException e) {
            state = "gone";
        }
        assertThat(state).as("the state of process " + pid).isIn("gone", "Z", "X");
    }
}
