package org.pgassay.migration.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a process writes, as it writes it, and keeps the end of it. */
final class Tail implements Runnable {

    private static final int KEPT = 1 << 20;

    private final InputStream stream;
    private final Thread thread;
    private byte[] bytes = new byte[8192];
    private int length;
    private boolean cut;

    private Tail(InputStream stream) {
        this.stream = stream;
        this.thread = new Thread(this, "pgassay-tool-output");
        thread.setDaemon(true);
    }

    static Tail of(Process process) {
        Tail tail = new Tail(process.getInputStream());
        tail.thread.start();
        return tail;
    }

    /** The text so far, once the process has closed it or the time is over. */
    String text(long millis) throws InterruptedException {
        thread.join(millis);
        synchronized (this) {
            String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
            return cut ? "…" + text : text;
        }
    }

    @Override
    public void run() {
        byte[] buffer = new byte[8192];
        try {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                append(buffer, read);
            }
        } catch (IOException e) {
            byte[] end = ("\n(the output breaks off: " + e.getMessage() + ")").getBytes(StandardCharsets.UTF_8);
            append(end, end.length);
        }
    }

    private synchronized void append(byte[] read, int count) {
        if (length + count > 2 * KEPT) {
            System.arraycopy(bytes, length - KEPT, bytes, 0, KEPT);
            length = KEPT;
            cut = true;
        }
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, Math.min(2 * bytes.length, 2 * KEPT)));
        }
        System.arraycopy(read, 0, bytes, length, count);
        length += count;
    }
}
