package org.pgassay.check;

import java.util.ArrayList;
import java.util.List;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;

/**
 * A piece of DDL put together from a spec's own words and pgAssay's, that knows where in the spec each word stands.
 *
 * @param sql the text
 * @param spans the parts of the text that come from the spec, in their order
 */
public record Ddl(String sql, List<Span> spans) {

    /** A stretch of the text and where it comes from. */
    public record Span(int start, int end, SourceText source, int sourceOffset) {}

    /** Copies the list. */
    public Ddl {
        spans = List.copyOf(spans);
    }

    /** A piece of DDL to be put together. */
    public static Builder builder() {
        return new Builder();
    }

    /** The place in the spec of a character of the text; the nearest one for pgAssay's own words. */
    public Location locate(int position) {
        Span nearest = spans.get(0);
        for (Span span : spans) {
            if (span.start() <= position) {
                nearest = span;
            }
        }
        int offset = Math.max(0, Math.min(position, nearest.end()) - nearest.start());
        return nearest.source().at(nearest.sourceOffset() + offset);
    }

    /** Where the piece begins in the spec. */
    public Location location() {
        Span first = spans.get(0);
        return first.source().at(first.sourceOffset());
    }

    /** Puts DDL together. */
    public static final class Builder {

        private final StringBuilder sql = new StringBuilder();
        private final List<Span> spans = new ArrayList<>();

        private Builder() {}

        /** Appends pgAssay's own words. */
        public Builder add(String text) {
            sql.append(text);
            return this;
        }

        /** Appends a stretch of the spec's words. */
        public Builder add(SourceText source, int from, int to) {
            spans.add(new Span(sql.length(), sql.length() + to - from, source, from));
            sql.append(source.text(), from, to);
            return this;
        }

        /** Appends a piece of DDL. */
        public Builder add(Ddl ddl) {
            for (Span span : ddl.spans()) {
                spans.add(new Span(
                        sql.length() + span.start(), sql.length() + span.end(), span.source(), span.sourceOffset()));
            }
            sql.append(ddl.sql());
            return this;
        }

        /** The piece. */
        public Ddl build() {
            return new Ddl(sql.toString(), spans);
        }
    }
}
