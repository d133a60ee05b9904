package org.pgassay.seeding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Splits a JSON list of objects into rows, whose values PostgreSQL reads: their text stays as it is. */
final class JsonRows {

    private JsonRows() {}

    /**
     * An object of the list.
     *
     * @param keys in its order
     * @param json its text
     * @param line of its beginning, from 1
     */
    record Row(List<String> keys, String json, int line) {

        Row {
            keys = List.copyOf(keys);
        }
    }

    /** Thrown where the file is JSON, and no list of objects. */
    static final class MisshapenException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;

        MisshapenException(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /**
     * The objects of a list.
     *
     * @throws JsonProcessingException if it is no JSON, or an object has a key twice
     */
    static List<Row> of(String text) throws JsonProcessingException, MisshapenException {
        JsonFactory factory = JsonFactory.builder().build();
        try (JsonParser parser = factory.createParser(text)) {
            parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new MisshapenException(1, "the file is no list of objects: write [{…}, {…}]");
            }
            List<Row> rows = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                rows.add(row(parser, text));
            }
            if (parser.nextToken() != null) {
                throw new MisshapenException(
                        parser.currentTokenLocation().getLineNr(), "something stands behind the list of objects");
            }
            return rows;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory could not be read", e);
        }
    }

    private static Row row(JsonParser parser, String text) throws IOException, MisshapenException {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new MisshapenException(
                    line, "what stands in the list is no object: a row is written {\"column\": value}");
        }
        int from = (int) parser.currentTokenLocation().getCharOffset();
        List<String> keys = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            keys.add(parser.currentName());
            parser.nextToken();
            parser.skipChildren();
        }
        int to = (int) parser.currentTokenLocation().getCharOffset() + 1;
        return new Row(keys, text.substring(from, to), line);
    }
}
