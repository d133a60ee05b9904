package org.pgassay.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pgassay.plan.Growth;
import org.pgassay.plan.PlanBook;

/** Writes the plans of {@code report.json}. */
final class JsonPlans {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonPlans() {}

    static void write(JsonGenerator json, PlanBook book) throws IOException {
        json.writeArrayFieldStart("plans");
        for (PlanBook.Account account : book.accounts()) {
            json.writeStartObject();
            json.writeStringField("query", account.query());
            json.writeStringField("tier", account.tier());
            json.writeStringField("at", account.at());
            json.writeStringField("role", account.role());
            json.writeFieldName("plan");
            plan(json, account.json());
            json.writeArrayFieldStart("marked");
            for (int node : account.marked()) {
                json.writeNumber(node);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("nearTies");
            for (String tie : account.nearTies()) {
                json.writeString(tie);
            }
            json.writeEndArray();
            growth(json, account.growth());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("indexesNotMissed");
        for (String index : book.notMissed()) {
            json.writeString(index);
        }
        json.writeEndArray();
    }

    /** As PostgreSQL printed it, but for its line breaks. */
    private static void plan(JsonGenerator json, String text) throws IOException {
        JSON.writeTree(json, JSON.readTree(text));
    }

    private static void growth(JsonGenerator json, @Nullable Growth growth) throws IOException {
        if (growth == null) {
            json.writeNullField("growth");
            return;
        }
        json.writeObjectFieldStart("growth");
        json.writeStringField("table", growth.table());
        json.writeStringField("order", growth.order());
        json.writeArrayFieldStart("points");
        for (Growth.Point point : growth.points()) {
            json.writeStartObject();
            json.writeNumberField("rows", point.rows());
            json.writeNumberField("cost", point.cost());
            json.writeFieldName("plan");
            plan(json, point.json());
            json.writeEndObject();
        }
        json.writeEndArray();
        Growth.Step broken = growth.broken();
        if (broken == null) {
            json.writeNullField("broken");
        } else {
            json.writeArrayFieldStart("broken");
            json.writeNumber(broken.from().rows());
            json.writeNumber(broken.to().rows());
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
