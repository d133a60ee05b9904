package org.pgassay.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.pgassay.catalog.CatalogFile;
import org.pgassay.postgres.server.ServerChoice;
import org.pgassay.report.AttestJson;
import org.pgassay.report.AttestText;
import org.pgassay.verify.ServerPool;
import org.pgassay.verify.attest.AttestException;
import org.pgassay.verify.attest.Attestation;
import org.pgassay.verify.attest.Attestor;
import org.pgassay.verify.attest.VerifiedReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds a database to the schema that was verified. */
@Command(
        name = "attest",
        description = "Tells whether a database still has the schema that was verified, and what drifted. Nothing in it"
                + " changes.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no drift",
            "1:drift",
            "2:no drift in what the login can see, and it cannot see everything",
            "3:the call is wrong, the report is of no verified run, or the login may not read the catalogs",
            "4:pgAssay or the database broke, or cannot be reached"
        })
final class AttestCommand implements Callable<Integer> {

    /** What to write. */
    enum Format {
        TEXT,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(
            paramLabel = "REPORT",
            description = "The folder of a report, or the fingerprint.json or report.json in it.")
    private Path report = Path.of("");

    @Option(
            names = "--url",
            required = true,
            paramLabel = "JDBC",
            description = "The database: jdbc:postgresql://host:port/database?user=name, the password in PGPASSWORD or"
                    + " ~/.pgpass.")
    private String url = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
    private Format format = Format.TEXT;

    @Option(
            names = "--any-verdict",
            description = "Compare also with the schema of a run that was not VERIFIED, or tried a part of the spec.")
    private boolean anyVerdict;

    @Option(names = "--allow-unverified", description = "Exit 0 instead of 2 if not everything could be seen.")
    private boolean allowUnverified;

    @Option(names = "--quiet", description = "Print no progress.")
    private boolean quiet;

    @Override
    public Integer call() {
        PrintWriter err = command.commandLine().getErr();
        Console console = new Console(command.commandLine(), quiet);
        requireUrl();
        try (ServerPool servers = new ServerPool()) {
            CatalogFile verified = VerifiedReport.read(report, anyVerdict);
            Attestation attestation = new Attestor(servers, console::phase).attest(verified, url);
            PrintWriter out = command.commandLine().getOut();
            out.print(
                    switch (format) {
                        case TEXT -> AttestText.render(attestation);
                        case JSON -> AttestJson.render(attestation);
                    });
            out.flush();
            return exit(attestation).code;
        } catch (AttestException e) {
            err.println("pgassay: " + e.getMessage());
            err.flush();
            return (e.broken() ? ExitCode.BROKEN : ExitCode.USAGE).code;
        }
    }

    /** Whatever else it is may hold a password, and is not repeated. */
    private void requireUrl() {
        try {
            if (ServerChoice.parse(url) instanceof ServerChoice.External) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--url: " + e.getMessage(), e);
        }
        throw new ParameterException(
                command.commandLine(), "--url: write jdbc:postgresql://host:port/database?user=name");
    }

    private ExitCode exit(Attestation attestation) {
        return switch (attestation.outcome()) {
            case NO_DRIFT -> ExitCode.VERIFIED;
            case DRIFT -> ExitCode.REJECTED;
            case UNSEEN -> allowUnverified ? ExitCode.VERIFIED : ExitCode.INCOMPLETE;
        };
    }
}
