package org.pgassay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.pgassay.verify.Passwords;
import org.pgassay.verify.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. */
@Command(
        name = "pgassay",
        description = "Proves what a PostgreSQL migration delivery report claims.",
        versionProvider = Main.Versions.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            VerifyCommand.class,
            InitCommand.class,
            AttestCommand.class,
            DiffCommand.class,
            GraphCommand.class,
            ExplainCommand.class,
            SchemaCommand.class,
            StatisticsCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:verified",
            "1:rejected: something failed or was vacuous",
            "2:incomplete: nothing failed, something is unverified",
            "3:the spec or the call is wrong",
            "4:pgAssay or its database broke"
        })
public final class Main {

    private Main() {}

    /** Prints the version. */
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"pgassay " + Version.current()};
        }
    }

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command, and returns its exit code. */
    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> broken(command.getErr(), e));
        line.setParameterExceptionHandler((e, given) -> {
            PrintWriter err = e.getCommandLine().getErr();
            err.println("pgassay: " + Passwords.removed(e));
            if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
                err.println("Try 'pgassay "
                        + (e.getCommandLine().getParent() == null
                                ? ""
                                : e.getCommandLine().getCommandName() + " ") + "--help'.");
            }
            return ExitCode.USAGE.code;
        });
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return ExitCode.USAGE.code;
        }
        try {
            return line.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError e) {
            // Left alone, the JVM would exit with 1, which means REJECTED.
            return broken(line.getErr(), e);
        }
    }

    private static int broken(PrintWriter err, Throwable e) {
        String kind = e.getClass().getSimpleName();
        err.println("pgassay: broke: " + kind + ": " + Passwords.removed(e));
        if (e instanceof IOException) {
            return ExitCode.BROKEN.code;
        }
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("org.pgassay")) {
                err.println("    at " + frame);
            }
        }
        return ExitCode.BROKEN.code;
    }
}
