package org.pgassay.postgres.server;

import java.util.concurrent.atomic.AtomicBoolean;

/** Something to clear away: when this is closed, or when the JVM ends before (Ctrl-C, SIGTERM), but only once. */
final class AtExit implements AutoCloseable {

    private final Runnable undo;
    private final AtomicBoolean done = new AtomicBoolean();
    private final Thread hook;

    private AtExit(Runnable undo) {
        this.undo = undo;
        this.hook = new Thread(this::undoOnce, "pgassay-clean-up");
    }

    static AtExit register(Runnable undo) {
        AtExit atExit = new AtExit(undo);
        try {
            Runtime.getRuntime().addShutdownHook(atExit.hook);
        } catch (IllegalStateException e) {
            throw new ServerUnavailableException("No PostgreSQL is started while pgAssay is ending.", false, e);
        }
        return atExit;
    }

    private void undoOnce() {
        if (done.compareAndSet(false, true)) {
            undo.run();
        }
    }

    @Override
    public void close() {
        undoOnce();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook runs, and finds that there is nothing left to do.
            assert done.get();
        }
    }
}
