package org.pgassay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgassay.report.view.Legible;

class MarkdownReportTest {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
            .build();

    static List<String> names() {
        return Reports.hostileNames();
    }

    @Test
    void saysTheStatusOfEachVerdict() {
        assertThat(MarkdownReport.render(Reports.verified())).contains("Status: ✅ VERIFIED");
        assertThat(MarkdownReport.render(Reports.rejected())).contains("Status: ❌ REJECTED");
        assertThat(MarkdownReport.render(Reports.incomplete())).contains("Status: ⚠️ INCOMPLETE");
        assertThat(MarkdownReport.render(Reports.errored())).contains("Status: 💥 ERRORED");
    }

    @Test
    void hasTheSectionsOfADeliveryReport() {
        assertThat(headings(MarkdownReport.render(Reports.rejected()), 2))
                .containsExactly(
                        "Executive summary",
                        "Claims of the delivery report",
                        "Features (2)",
                        "What does not hold (4)",
                        "What could not be verified (2)",
                        "What is waived (1)",
                        "Waivers (2)",
                        "Coverage",
                        "Query plans (1)",
                        "Tables (17)",
                        "Checks (313)",
                        "Totals",
                        "Migrations (3)",
                        "Environment",
                        "Timings",
                        "Fingerprint",
                        "Sign-off");
    }

    @Test
    void tellsWhatDoesNotHoldWithItsPlaceAndItsHelp() {
        assertThat(MarkdownReport.render(Reports.rejected()))
                .contains("### ❌ `documents.client_id`")
                .contains("- Expected: `an index that begins with (client_id)`")
                .contains("- Observed: `ix_documents_tenant (tenant_id, status), ix_documents_created (created_at)`")
                .contains("- What to do: Create an index on documents (client_id).")
                .contains("- Stated in: `schema-specs/kontali-erp.yaml:118:7`")
                .contains("- Tried as role: `kontali_owner`")
                .contains("| All foreign keys have indexes | `foreign-keys-indexed` | all | 40 of 41 | ❌ FAILED |")
                .contains("`" + Reports.FINGERPRINT + "`");
    }

    @Test
    void aPartialReportSaysSoAndIsNotForSignature() {
        assertThat(MarkdownReport.render(Reports.errored()))
                .contains("this report is partial")
                .contains("No space left on device")
                .contains("it is not for signature")
                .doesNotContain("Approved by");
    }

    @Test
    void nothingThatComesInBecomesMarkup() {
        String markdown = MarkdownReport.render(Reports.hostile());
        Node document = PARSER.parse(markdown);

        assertThat(all(document, Link.class)).isEmpty();
        assertThat(all(document, Image.class)).isEmpty();
        assertThat(all(document, HtmlInline.class))
                .extracting(HtmlInline::getLiteral)
                .containsOnly("<code>", "</code>", "<!-- -->");
        assertThat(all(document, HtmlBlock.class))
                .extracting(HtmlBlock::getLiteral)
                .allMatch(block ->
                        block.matches("(?s)<pre>[^<>]*</pre>|<details>\\s*<summary>[^<>]*</summary>|</details>"));
        assertThat(all(document, Emphasis.class)).isEmpty();
        assertThat(all(document, StrongEmphasis.class)).hasSize(4);
        assertThat(headings(markdown, 1)).hasSize(1);
        assertThat(headings(markdown, 2)).hasSize(19);
        assertThat(markdown).doesNotContain("<script").doesNotContain("<img").doesNotContain("\u0000");
    }

    @Test
    void everyRowOfATableHasTheCellsOfItsHead() {
        Node document = PARSER.parse(MarkdownReport.render(Reports.hostile()));

        List<Integer> widths = all(document, TableRow.class).stream()
                .map(row -> children(row).size())
                .distinct()
                .toList();
        // Attempts have a column for each table and role.
        int attempts = 1 + Reports.hostile().immutability().size();
        assertThat(widths).containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7, 8, 9, attempts);
        assertThat(all(document, TableCell.class)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameReadsAsItIsInTextAndInCode(String name) {
        String legible = Legible.line(name);

        Node text = PARSER.parse("| a |\n|---|\n| " + Markdown.text(legible) + " |\n");
        assertThat(read(all(text, TableCell.class).get(1))).isEqualTo(legible.strip());
        Node code = PARSER.parse("| a |\n|---|\n| " + Markdown.code(legible) + " |\n");
        assertThat(read(all(code, TableCell.class).get(1))).isEqualTo(legible);
        Node paragraph = PARSER.parse(Markdown.text(legible));
        assertThat(read(paragraph)).isEqualTo(legible.strip());
    }

    private static List<String> headings(String markdown, int level) {
        return all(PARSER.parse(markdown), Heading.class).stream()
                .filter(heading -> heading.getLevel() == level)
                .map(MarkdownReportTest::read)
                .toList();
    }

    private static <T extends Node> List<T> all(Node node, Class<T> type) {
        List<T> found = new ArrayList<>();
        if (type.isInstance(node)) {
            found.add(type.cast(node));
        }
        children(node).forEach(child -> found.addAll(all(child, type)));
        return found;
    }

    private static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    private static String read(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        }
        if (node instanceof Code code) {
            return code.getLiteral();
        }
        if (node instanceof SoftLineBreak) {
            return "\n";
        }
        StringBuilder all = new StringBuilder();
        children(node).forEach(child -> all.append(read(child)));
        return all.toString();
    }
}
