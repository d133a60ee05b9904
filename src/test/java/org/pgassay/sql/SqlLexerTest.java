package org.pgassay.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are PostgreSQL's. */
class SqlLexerTest {

    private static List<String> texts(String sql) {
        return SqlLexer.tokens(sql).stream().map(Token::text).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'plain'",
                "'it''s'",
                "''",
                "''''",
                "'a\\'",
                "E'\\''",
                "e'a\\\\'",
                "E'it''s \\'x'",
                "U&'d\\0061t'",
                "u&''",
                "B'101'",
                "x'FF'",
                "n'abc'",
                "'; -- not a comment'",
                "'/* no */'",
                "'line\nbreak'",
                "$$body; 'x$$",
                "$tag$ $$ ; $other$ $tag$",
                "$_a1$x$_a1$",
                "$é$x$é$",
                "'$$'",
                "$$'$$"
            })
    void aStringIsOneToken(String string) {
        assertThat(SqlLexer.tokens(" " + string + " ;"))
                .extracting(Token::kind, Token::text)
                .containsExactly(tuple(Token.Kind.STRING, string), tuple(Token.Kind.SYMBOL, ";"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"plain\",plain",
                "\"a\"\"b\",a\"b",
                "\"a;b\",a;b",
                "\"--\",--",
                "\"Größe\",Größe",
                "U&\"d\\0061t\",d\\0061t"
            })
    void aQuotedIdentifierIsOneToken(String identifier, String name) {
        assertThat(SqlLexer.tokens(identifier)).singleElement().satisfies(token -> {
            assertThat(token.kind()).isEqualTo(Token.Kind.QUOTED);
            if (!identifier.startsWith("U")) {
                assertThat(token.name()).isEqualTo(name);
            }
        });
    }

    @Test
    void commentsArePassedOver() {
        assertThat(texts("a -- b ; c\nd /* e /* f */ ; */ g /**/ h --")).containsExactly("a", "d", "g", "h");
        assertThat(texts("a--b\nc")).containsExactly("a", "c");
        assertThat(texts("a/*b*/c")).containsExactly("a", "c");
        assertThat(texts("1 -/* x */- 2")).containsExactly("1", "-", "-", "2");
        assertThat(texts("/* ' \" $$ */ a -- ' \" $$\n b")).containsExactly("a", "b");
    }

    @Test
    void aCommentEndsAtALineBreakOfAnySystem() {
        assertThat(texts("-- a\r\nb")).containsExactly("b");
        assertThat(texts("-- a\rb")).containsExactly("b");
    }

    @Test
    void identifiersMayHoldDollarsDigitsAndLettersOfAnyScript() {
        assertThat(texts("a$b$c größe _x1 表 a1$$b")).containsExactly("a$b$c", "größe", "_x1", "表", "a1$$b");
        assertThat(SqlLexer.tokens("Größe").get(0).name()).isEqualTo("größe");
    }

    @Test
    void parametersAreNoDollarQuotes() {
        assertThat(texts("select $1, $2;")).containsExactly("select", "$", "1", ",", "$", "2", ";");
        assertThat(texts("a = $1 and b = $1$$x$$")).contains("$$x$$");
    }

    @Test
    void numbersAreOneToken() {
        assertThat(texts("1 1.5 .5 1e10 1.5E-3 0xFF 1_000"))
                .containsExactly("1", "1.5", ".5", "1e10", "1.5E-3", "0xFF", "1_000");
    }

    @Test
    void wordsThatBeginLikeStringsAreNone() {
        assertThat(texts("e u x n b e 'a' te'x'")).containsExactly("e", "u", "x", "n", "b", "e", "'a'", "te", "'x'");
        assertThat(texts("u & 'x'")).containsExactly("u", "&", "'x'");
    }

    @Test
    void depthCountsParenthesesAndBrackets() {
        assertThat(SqlLexer.tokens("a(b[1],c)d)e"))
                .extracting(Token::depth)
                .containsExactly(0, 0, 1, 1, 2, 1, 1, 1, 0, 0, 0, 0);
    }

    @Test
    void aBackslashIsACommandOfPsql() {
        assertThat(SqlLexer.tokens("\\set x 1\nselect"))
                .extracting(Token::kind)
                .containsExactly(Token.Kind.META, Token.Kind.WORD);
    }

    @Test
    void onlyWhatPostgresTakesForWhiteSpaceIsPassedOver() {
        assertThat(texts("a\t\n\r\f\u000Bb")).containsExactly("a", "b");
        assertThat(texts("a\u2003b \u00A0 c")).containsExactly("a\u2003b", "\u00A0", "c");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "select 'x, 7, string",
                "select E'x\\', 8, string",
                "select \"x, 7, identifier",
                "select $a$ x $b$, 7, $a$",
                "select /* /* */, 7, comment",
                "select 1; select U&'x, 19, string"
            })
    void whatIsNotClosedIsFoundWhereItBegins(String sql, int offset, String what) {
        SqlSyntaxException e = catchThrowableOfType(SqlSyntaxException.class, () -> SqlLexer.tokens(sql));

        assertThat(e.getMessage()).contains(what).contains("not closed");
        assertThat(e.offset()).isEqualTo(offset);
    }

    @Test
    void everyTokenStandsWhereItSays() {
        String sql = "create table \"a b\" (id int default 'x''y', $$q$$ e'\\'' -- c\n, /* d */ 1.5e3);";

        for (Token token : SqlLexer.tokens(sql)) {
            assertThat(sql.substring(token.offset(), token.end())).isEqualTo(token.text());
        }
    }

    @Test
    void anyTextAtAllEndsInTokensOrAMessage() {
        Random random = new Random(1);
        String alphabet = "'\"$/*-;\\()[]eEuU&x1a.\n\r é";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder sql = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                sql.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                for (Token token : SqlLexer.tokens(sql.toString())) {
                    assertThat(token.text()).isNotEmpty();
                }
            } catch (SqlSyntaxException e) {
                assertThat(e.offset()).isBetween(0, sql.length());
            }
        }
    }
}
