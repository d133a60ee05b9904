package org.pgassay.check.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the page of measures to the measures that there are. */
class MeasurePageTest {

    private static final Path PAGE = Path.of("docs", "checks", "claim", "measure.md");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\| ([^|]*) \\| ?([^|]*?) ?\\|$");

    /** A row of the table, with the words of the page and the attributes of the code. */
    private static String row(Measure measure, String words) {
        String attributes = measure.attributes().stream()
                .filter(attribute -> !attribute.equals("name") && !attribute.equals("schema"))
                .map(attribute -> "`" + attribute + "`")
                .collect(Collectors.joining(", "));
        return "| `" + measure.id() + "` | " + words + " | " + attributes + (attributes.isEmpty() ? "|" : " |");
    }

    @Test
    void listsEveryMeasureWithItsAttributes() throws IOException {
        String page = Files.readString(PAGE);
        List<String> listed = new ArrayList<>();
        Matcher rows = ROW.matcher(page);
        StringBuilder current = new StringBuilder();
        while (rows.find()) {
            String id = rows.group(1);
            String words = rows.group(2);
            listed.add(id);
            String row = Measure.of(id).map(measure -> row(measure, words)).orElse("");
            rows.appendReplacement(current, Matcher.quoteReplacement(row));
        }
        rows.appendTail(current);
        if ("write".equals(System.getProperty("pgassay.goldens"))) {
            Files.writeString(PAGE, current);
        }

        assertThat(listed).containsExactlyElementsOf(Measure.ids());
        assertThat(page).isEqualTo(current.toString());
    }
}
