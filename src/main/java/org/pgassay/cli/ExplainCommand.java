package org.pgassay.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.pgassay.check.CheckKind;
import org.pgassay.spec.Suggestions;
import org.pgassay.verify.Families;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a kind of check. */
@Command(
        name = "explain",
        description = "Says what a check looks at, why, and how to mend what it finds.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private static final String RULE = "rule/";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CHECK-ID",
            description = "A check's id, such as index/definition, or a rule's; without it, all ids are listed.")
    private Optional<String> id = Optional.empty();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<String> known =
                Families.kinds().stream().map(CheckKind::id).sorted().toList();
        if (id.isEmpty()) {
            known.forEach(out::println);
            return ExitCode.VERIFIED.code;
        }
        // A spec names a rule by its id alone.
        String meant = known.contains(id.get()) ? id.get() : RULE + id.get();
        Optional<String> page = known.contains(meant) ? page(meant) : Optional.empty();
        if (page.isEmpty()) {
            List<String> words = Stream.concat(
                            known.stream(),
                            known.stream()
                                    .filter(each -> each.startsWith(RULE))
                                    .map(each -> each.substring(RULE.length())))
                    .toList();
            spec.commandLine()
                    .getErr()
                    .println("pgassay: there is no check '" + id.get() + "'" + Suggestions.didYouMean(id.get(), words)
                            + ". 'pgassay explain' lists all.");
            return ExitCode.USAGE.code;
        }
        out.print(page.get());
        out.flush();
        return ExitCode.VERIFIED.code;
    }

    private static Optional<String> page(String id) throws IOException {
        try (InputStream stream = ExplainCommand.class.getResourceAsStream("/org/pgassay/docs/checks/" + id + ".md")) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
