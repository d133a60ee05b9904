package org.pgassay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that hold what pgAssay says; {@code -Dpgassay.goldens=write} rewrites them, which CI refuses. */
final class Golden {

    private Golden() {}

    /** Holds a text against its file, or writes the file. */
    static void check(Path file, String text) throws IOException {
        if (writing()) {
            Files.writeString(file, text);
            return;
        }
        assertThat(file)
                .as("the golden of this case; -Dpgassay.goldens=write makes it")
                .exists();
        assertThat(text).as("what was rendered, against " + file).isEqualTo(Files.readString(file));
    }

    private static boolean writing() {
        if (!"write".equals(System.getProperty("pgassay.goldens"))) {
            return false;
        }
        assertThat(System.getenv("CI"))
                .as("CI: goldens are rewritten by people, who look at the difference")
                .isNotEqualTo("true");
        return true;
    }

    /** A page with a block for each finding, in the report's order. */
    static String page(Example example, List<Finding> findings) {
        StringBuilder page = new StringBuilder("# " + example.kind() + ": what comes of "
                + example.migrations().getFileName() + "\n");
        findings.forEach(
                finding -> page.append("\n```text\n").append(block(finding)).append("```\n"));
        return page.toString();
    }

    /** A finding as the command line shows it. */
    private static String block(Finding finding) {
        return finding.verdict() + " " + finding.check() + "  " + finding.subject() + "\n  " + finding.message() + "\n"
                + line("expected", finding.expected())
                + line("observed", finding.observed())
                + line("help", finding.help());
    }

    private static String line(String word, @Nullable String text) {
        return text == null
                ? ""
                : "  " + word + " ".repeat(9 - word.length()) + text.replace("\n", "\n           ") + "\n";
    }
}
