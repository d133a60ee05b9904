package org.pgassay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgassay.catalog.Digest;
import org.pgassay.verify.Report;

class HtmlReportTest {

    private static final Pattern SCRIPT = Pattern.compile("(?s)<script>(.*?)</script>");
    private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*?)</style>");
    private static final Pattern TAG = Pattern.compile("<(/?)([^\\s<>/!][^\\s<>]*)((?:[^<>\"]|\"[^\"]*\")*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)(?:=\"[^\"]*\")?");
    private static final Set<String> VOID = Set.of("circle", "path", "line", "polyline", "meta", "input");
    private static final Set<String> ELEMENTS = Set.of(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "script",
            "body",
            "a",
            "header",
            "main",
            "footer",
            "nav",
            "section",
            "article",
            "div",
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "ul",
            "li",
            "dl",
            "dt",
            "dd",
            "span",
            "strong",
            "code",
            "pre",
            "mark",
            "q",
            "svg",
            "rect",
            "line",
            "polyline",
            "desc",
            "path",
            "g",
            "circle",
            "text",
            "tspan",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "details",
            "summary",
            "label",
            "input",
            "fieldset",
            "legend",
            "button",
            "output");
    private static final Set<String> ATTRIBUTES = Set.of(
            "lang",
            "charset",
            "http-equiv",
            "content",
            "name",
            "class",
            "href",
            "id",
            "aria-label",
            "aria-labelledby",
            "aria-hidden",
            "aria-live",
            "role",
            "tabindex",
            "xmlns",
            "d",
            "cx",
            "text-anchor",
            "dy",
            "transform",
            "x1",
            "x2",
            "y1",
            "y2",
            "points",
            "cy",
            "r",
            "dx",
            "viewBox",
            "preserveAspectRatio",
            "focusable",
            "x",
            "y",
            "width",
            "height",
            "scope",
            "colspan",
            "rowspan",
            "data-label",
            "data-verdict",
            "hidden",
            "type",
            "placeholder",
            "autocomplete",
            "spellcheck",
            "value",
            "checked");

    static Stream<Report> reports() {
        return JsonReportTest.reports();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void hasOneScriptOneStyleAndAPolicyThatAllowsJustThem(Report report) {
        String html = HtmlReport.render(report);
        String policy =
                group("Content-Security-Policy\" content=\"([^\"]*)\"", html).replace("&#39;", "'");

        assertThat(html.split("<script", -1)).hasSize(2);
        assertThat(html.split("<style", -1)).hasSize(2);
        assertThat(policy)
                .startsWith("default-src 'none'; ")
                .contains("script-src " + hash(group(SCRIPT.pattern(), html)))
                .contains("style-src " + hash(group(STYLE.pattern(), html)))
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyElementAndAttributeIsOneOfOursAndClosed(Report report) {
        String html = withoutScriptAndStyle(HtmlReport.render(report));
        Deque<String> open = new ArrayDeque<>();
        for (MatchResult tag : TAG.matcher(html).results().toList()) {
            String name = tag.group(2);
            assertThat(ELEMENTS).contains(name);
            if (!tag.group(1).isEmpty()) {
                assertThat(name).isEqualTo(open.pop());
                continue;
            }
            ATTRIBUTE
                    .matcher(tag.group(3))
                    .results()
                    .forEach(match -> assertThat(ATTRIBUTES).contains(match.group(1)));
            if (!VOID.contains(name)) {
                open.push(name);
            }
        }
        assertThat(open).isEmpty();
        assertThat(html.replaceFirst("<!doctype html>", "").replaceAll(TAG.pattern(), ""))
                .doesNotContain("<");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void asksForNothingFromOutsideAndNamesEachPlaceOnce(Report report) {
        String page = HtmlReport.render(report);
        String html = withoutScriptAndStyle(page);
        assertThat(group(STYLE.pattern(), page)).doesNotContain("url(").doesNotContain("@import");
        List<String> targets = all("href=\"([^\"]*)\"", html);
        List<String> ids = all(" id=\"([^\"]*)\"", html);

        assertThat(targets).allMatch(target -> target.startsWith("#"));
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids)
                .containsAll(targets.stream().map(target -> target.substring(1)).toList());
        assertThat(all("aria-labelledby=\"([^\"]*)\"", html))
                .flatMap(each -> List.of(each.split(" ", -1)))
                .allMatch(ids::contains);
    }

    @Test
    void hostileNamesStayText() {
        String html = HtmlReport.render(Reports.hostile());

        assertThat(html)
                .doesNotContain("<script>alert")
                .doesNotContain("<img")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("⟨U+202E⟩gnp.exe")
                .contains("👩‍👩‍👧");
        assertThat(html.chars().filter(unit -> unit < ' ' && unit != '\n' && unit != '\t'))
                .isEmpty();
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(html)).isTrue();
    }

    @Test
    void hostileNamesMakeNoElementAndNoAttribute() {
        String html = withoutScriptAndStyle(HtmlReport.render(Reports.hostile()));
        String plain = withoutScriptAndStyle(HtmlReport.render(Reports.rejected()))
                + withoutScriptAndStyle(HtmlReport.render(Reports.errored()));

        assertThat(Set.copyOf(all("<([a-zA-Z!/?][^\\s>]*)", html)))
                .isSubsetOf(Set.copyOf(all("<([a-zA-Z!/?][^\\s>]*)", plain)));
        assertThat(all("<[a-z][^>]*\\s(on[a-z]+)=", html)).isEmpty();
        assertThat(html).contains("long ".repeat(40) + "end", "x".repeat(200));
    }

    @Test
    void marksWhatDiffers() {
        assertThat(HtmlReport.render(Reports.rejected()))
                .contains("status, priority<mark> DESC</mark>, created_at)")
                .contains("&#39;<mark>pending</mark>&#39;".replace("&#39;", "'"))
                .contains("'<mark>queued</mark>'");
    }

    @Test
    void saysTheVerdictInWordsAndOffersALineToSign() {
        assertThat(HtmlReport.render(Reports.verified()))
                .contains("<title>VERIFIED: Kontali ERP, AI agent accounting</title>")
                .contains("<strong>VERIFIED</strong>")
                .contains("Approved by")
                .contains(Reports.FINGERPRINT);
        assertThat(HtmlReport.render(Reports.errored()))
                .contains("No space left on device")
                .doesNotContain("Approved by");
    }

    @Test
    void rendersTwentyThousandResultsBehindClosedGroups() {
        String html = HtmlReport.render(Reports.large(20_000));

        assertThat(all("<(tr) data-verdict", html)).hasSize(20_000);
        assertThat(html).doesNotContain("<details class=\"group\" open");
        assertThat(html.length()).isLessThan(12_000_000);
    }

    private static String withoutScriptAndStyle(String html) {
        return html.replace(group(SCRIPT.pattern(), html), "").replace(group(STYLE.pattern(), html), "");
    }

    private static String hash(String text) {
        return "'sha256-" + Base64.getEncoder().encodeToString(Digest.of(text)) + "'";
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String group(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
