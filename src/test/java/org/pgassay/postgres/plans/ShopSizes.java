package org.pgassay.postgres.plans;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.plan.ColumnShape;
import org.pgassay.plan.TableSize;

/** What a person who knows the shop, but has not looked into pg_stats, would write of it in a spec. */
final class ShopSizes {

    private ShopSizes() {}

    static List<TableSize> all() {
        return List.of(
                customers(), products(), orders(), items(), events(), size("carriers", 20, Map.of()), shipments());
    }

    private static TableSize customers() {
        return size(
                "customers",
                200_000,
                Map.of(
                        "country", common("FR", 0.42, "PL", 0.22, "DE", 0.17, "DK", 0.11, "SE", 0.05, "NO", 0.03),
                        "segment", common("private", 0.8, "business", 0.17, "public", 0.03),
                        "email", shape(null, 22, null, null),
                        "lower(email)", shape(null, 22, null, null, "user1", "user99999@example.org"),
                        "id", shape(null, null, 1.0, null, "1", "200000"),
                        "referrer_id", shape(20_000.0, null, 1.0, 0.9, "1", "20000"),
                        "created_at", shape(-1.0, null, 1.0, null, "2020-01-01", "2025-09-14")));
    }

    private static TableSize products() {
        return size(
                "products",
                50_000,
                Map.of(
                        "id", shape(null, null, 1.0, null, "1", "50000"),
                        "sku", shape(null, 13, 1.0, null, "SKU-00000001", "SKU-00050000"),
                        "category", shape(200.0, null, null, null, "1", "200"),
                        "price", shape(null, null, null, null, "1", "1000"),
                        "active", common("true", 0.95),
                        "tags",
                                common(
                                        "tag3", 0.022, "tag7", 0.022, "tag31", 0.022, "tag498", 0.002, "tag499",
                                        0.002)));
    }

    private static TableSize orders() {
        return size(
                "orders",
                1_000_000,
                Map.of(
                        "id", shape(null, null, 1.0, null, "1", "1000000"),
                        "customer_id", shape(170_000.0, null, null, null, "1", "200000"),
                        "status", common("done", 0.8, "shipped", 0.185, "failed", 0.01, "pending", 0.005),
                        "priority", shape(null, null, null, null, "0", "9"),
                        "total", shape(-1.0, null, null, null, "0", "10000"),
                        "placed_at", shape(-1.0, null, 1.0, null, "2023-01-01", "2024-11-25"),
                        "shipped_at", shape(-1.0, null, 1.0, 0.015, "2023-01-03", "2024-11-27")));
    }

    private static TableSize items() {
        return size(
                "order_items",
                1_500_000,
                Map.of(
                        "order_id", shape(1_000_000.0, null, 1.0, null, "1", "1000000"),
                        "line", common("1", 0.667, "2", 0.333),
                        "product_id", shape(50_000.0, null, null, null, "1", "50000"),
                        "quantity", shape(null, null, null, null, "1", "5"),
                        "price", shape(10_000.0, null, null, null, "1", "101")));
    }

    private static TableSize events() {
        return size(
                "events",
                1_000_000,
                Map.of(
                        "id", shape(-1.0, null, 1.0, null, "1", "1000000"),
                        "happened_at", shape(-1.0, null, 1.0, null, "2026-01-01", "2026-12-25"),
                        "kind", common("view", 0.4, "click", 0.4, "cart", 0.1, "buy", 0.1),
                        "customer_id", shape(160_000.0, null, null, 0.2, "1", "200000"),
                        "payload", shape(100.0, 20, null, null)));
    }

    private static TableSize shipments() {
        return size(
                "shipments",
                500_000,
                Map.of(
                        "id", shape(-1.0, null, null, null),
                        "order_id", shape(500_000.0, null, null, null, "1", "1000000"),
                        "carrier_id", common("20", 0.3, "1", 0.002),
                        "region", common("north", 0.5, "south", 0.166, "east", 0.167, "west", 0.167),
                        "city", shape(300.0, null, null, null, "0", "299"),
                        "zip", shape(2_100.0, null, null, null, "0", "29906"),
                        "sent_on", shape(null, null, 1.0, null, "2025-01-01", "2025-12-31"),
                        "weight", shape(null, null, null, 0.25, "0", "99.6")));
    }

    private static TableSize size(String table, double rows, Map<String, ColumnShape> columns) {
        return new TableSize(new QualifiedName("public", table), rows, null, columns);
    }

    private static ColumnShape shape(
            @Nullable Double distinct,
            @Nullable Integer width,
            @Nullable Double correlation,
            @Nullable Double nulls,
            String... bounds) {
        return new ColumnShape(distinct, Map.of(), nulls, correlation, width, List.of(bounds));
    }

    private static ColumnShape common(Object... valuesAndParts) {
        Map<String, Double> common = new LinkedHashMap<>();
        for (int i = 0; i < valuesAndParts.length; i += 2) {
            common.put((String) valuesAndParts[i], (Double) valuesAndParts[i + 1]);
        }
        Double distinct = valuesAndParts[0].equals("20") ? Double.valueOf(20) : null;
        return new ColumnShape(distinct, common, null, null, null, List.of());
    }
}
