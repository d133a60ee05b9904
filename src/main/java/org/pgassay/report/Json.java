package org.pgassay.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** Writes JSON the same way on every machine: two blanks of indent, LF, a line end at the end. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** A regular expression sees whole pairs as one character of another category. */
    private static final Pattern HALF_PAIR = Pattern.compile("\\p{Cs}");

    private Json() {}

    /** What writes the one value of a document. */
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    static String document(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(printer());
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string does not take what is written to it", e);
        }
        return encodable(text.append('\n').toString());
    }

    /** Puts U+FFFD for half a surrogate pair: UTF-8 cannot hold it, and readers refuse it where it is escaped. */
    private static String encodable(String json) {
        return HALF_PAIR.matcher(json).replaceAll("\ufffd");
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }
}
