package org.pgassay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pgassay.plan.Growth;
import org.pgassay.plan.PlanBook;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.PlanWords;
import org.pgassay.report.graph.GrowthSvg;
import org.pgassay.report.view.DrawnPlan;

/** Plans as readers see them. */
class PlansInReportsTest {

    private static final PlanNode SCAN =
            new PlanNode("Seq Scan", "<b>", "x", null, 0, 100.5, 1, 8, false, Map.of("Filter", "(x.a = 1)"), List.of());

    private static final PlanNode ROOT =
            new PlanNode("Sort", null, null, null, 100, 101, 1, 8, false, Map.of("Sort Key", "x.a"), List.of(SCAN));

    private static final Growth GROWTH = Growth.of(
            "<b>",
            "constant",
            List.of(
                    new Growth.Point(1e3, 12, "Seq Scan on x", "[]"),
                    new Growth.Point(1e6, 12_000, "Seq Scan on x", "[]")));

    static PlanBook book() {
        return book("by a", "x with 10 rows", "app", "near tie: y", "ix_x");
    }

    static PlanBook book(String query, String sizes, String role, String note, String index) {
        return new PlanBook(
                List.of(new PlanBook.Account(
                        query, "chosen", sizes, role, ROOT, "[]", List.of(1), List.of(note), GROWTH)),
                List.of(index));
    }

    @Test
    void theLineThatBreaksWhatIsStatedIsMarked() {
        DrawnPlan drawn = DrawnPlan.of(book().accounts().get(0));

        assertThat(drawn.marked()).isFalse();
        assertThat(drawn.children()).singleElement().satisfies(child -> {
            assertThat(child.marked()).isTrue();
            assertThat(child.step()).isEqualTo("Seq Scan on <b> x");
            assertThat(child.conditions()).containsExactly("Filter: (x.a = 1)");
        });
        assertThat(PlanWords.lines(ROOT, List.of(1)))
                .containsExactly(
                        "Sort (cost 101.00, 1 row)",
                        "    Sort Key: x.a",
                        "  Seq Scan on <b> x (cost 100.50, 1 row)  ◄",
                        "      Filter: (x.a = 1)");
    }

    @Test
    void markdownShowsPlansAsIndentedText() {
        assertThat(MarkdownPlans.of(book()))
                .contains("### by a, chosen", "  Seq Scan on &lt;b&gt; x (cost 100.50, 1 row)  ◄", "near tie: y")
                .contains("grows faster than constant", "| 1,000,000 | 12,000.00 |", "`ix_x`")
                .doesNotContain("<b>");
        assertThat(MarkdownPlans.of(PlanBook.NONE)).isEmpty();
    }

    @Test
    void aCurveSaysInWordsWhatItShows() {
        String svg = GrowthSvg.element(GROWTH, "growth-0");

        assertThat(svg)
                .contains(
                        "aria-labelledby=\"growth-0\"",
                        "<title id=\"growth-0\">Cost by rows of &lt;b&gt;; 1,000 rows: 12.00")
                .contains("class=\"break\"", "class=\"stated\"")
                .doesNotContain("<b>", "style=", "NaN");
    }
}
