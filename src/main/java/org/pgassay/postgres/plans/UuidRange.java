package org.pgassay.postgres.plans;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Spreads UUIDs evenly between two. */
final class UuidRange {

    private static final int HEX = 16;

    private UuidRange() {}

    /** The first, the last, and those between them that are as far apart as whole steps allow. */
    static List<String> spread(String least, String greatest, int steps) {
        BigInteger first = number(least);
        BigInteger distance = number(greatest).subtract(first);
        List<String> spread = new ArrayList<>();
        for (int step = 0; step <= steps; step++) {
            BigInteger value =
                    first.add(distance.multiply(BigInteger.valueOf(step)).divide(BigInteger.valueOf(steps)));
            String hex = value.toString(HEX);
            spread.add("0".repeat(32 - hex.length()) + hex);
        }
        return spread;
    }

    private static BigInteger number(String uuid) {
        return new BigInteger(uuid.replaceAll("[-{}]", ""), HEX);
    }
}
