package org.pgassay.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgassay.verify.Families;

/** Holds the pages to what they describe: each kind has one, and what they show is what pgAssay reads and says. */
class PagesTest {

    private static final Path DOCS = Path.of("docs");

    private static final Path PAGES = DOCS.resolve("checks");

    private static final Pattern HEADING = Pattern.compile("(?m)^(#{1,2} .*)$");

    private static Pattern fence(String language) {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$");
    }

    private static List<String> kinds() {
        return Families.kinds().stream().map(CheckKind::id).toList();
    }

    private static List<Path> pagesWithSpecs() throws IOException {
        try (Stream<Path> pages = Files.walk(DOCS)) {
            return pages.filter(page -> page.startsWith(PAGES)
                            || page.getFileName().toString().startsWith("spec-"))
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyKindHasItsPageAndEveryPageItsKind() throws IOException {
        try (Stream<Path> pages = Files.walk(PAGES)) {
            List<String> ids = pages.filter(page -> page.toString().endsWith(".md"))
                    .map(page -> PAGES.relativize(page).toString().replace('\\', '/'))
                    .filter(page -> !page.equals("README.md"))
                    .map(page -> page.substring(0, page.length() - ".md".length()))
                    .sorted()
                    .toList();

            assertThat(ids).containsExactlyElementsOf(new TreeSet<>(kinds()));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aPageSaysWhatWhyHowAndShowsAnExample(String kind) throws IOException {
        assertThat(all(HEADING, page(kind)))
                .startsWith("# " + kind, "## What it checks", "## Why", "## How to mend", "## Example");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aPageQuotesWhatPgAssaySays(String kind) throws IOException {
        List<String> said = new ArrayList<>();
        for (Example example : Example.of(kind)) {
            if (!example.good()) {
                said.addAll(all(fence("text"), Files.readString(example.expected())));
            }
        }

        assertThat(all(fence("text"), page(kind)))
                .as("the findings that the page shows, of those in the goldens")
                .isNotEmpty()
                .isSubsetOf(said);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void explainPrintsThePage(String kind) throws IOException {
        try (InputStream packaged = PagesTest.class.getResourceAsStream("/org/pgassay/docs/checks/" + kind + ".md")) {
            assertThat(packaged).as("the page in the jar").isNotNull();
            assertThat(new String(packaged.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(page(kind));
        }
    }

    @Test
    void theListNamesEveryKindOnce() throws IOException {
        String list = Files.readString(PAGES.resolve("README.md"));

        assertThat(all(Pattern.compile("(?m)^\\| \\[`([^`]+)`]\\(\\1\\.md\\) \\|"), list))
                .containsExactlyInAnyOrderElementsOf(kinds());
    }

    @ParameterizedTest
    @MethodSource("pagesWithSpecs")
    void aSpecThatAPageShowsCanBeRead(Path page, @TempDir Path folder) throws IOException {
        List<String> specs = all(fence("yaml"), Files.readString(page));
        SpecSurroundings.make(folder);

        for (String text : specs) {
            Path file = Files.writeString(folder.resolve("spec.yaml"), SpecSurroundings.whole(text));
            assertThatCode(() -> Families.reader().read(file))
                    .as("the spec\n" + text)
                    .doesNotThrowAnyException();
        }
    }

    private static String page(String kind) throws IOException {
        return Files.readString(PAGES.resolve(kind + ".md"));
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
