package org.pgassay.postgres.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Starts servers of the major versions given, says so, and waits for the end of its input. */
final class ServerChild {

    private ServerChild() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            out.println("privileges=" + Privileges.detect(Platform.current()));
            List<EmbeddedServer> servers = Arrays.stream(arguments)
                    .map(Integer::valueOf)
                    .map(EmbeddedServer::start)
                    .toList();
            for (EmbeddedServer server : servers) {
                server.open(server.initialDatabase()).close();
                out.println("pid=" + server.process().pid());
                out.println("data=" + server.process().data());
            }
            out.println("ready=yes");
            System.in.readAllBytes();
            // Not closed: that is for the shutdown hook.
        } catch (ServerUnavailableException e) {
            out.println("missing=" + e.missing());
            out.println("unavailable=" + String.valueOf(e.getMessage()).replace('\n', ' '));
            System.exit(4);
        }
    }
}
