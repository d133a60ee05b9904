package org.pgassay.cli;

import org.pgassay.spec.SpecSchema;
import org.pgassay.verify.Families;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of the spec language. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of the spec language, for editors.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().print(new SpecSchema(Families.sections()).text());
        spec.commandLine().getOut().flush();
    }
}
