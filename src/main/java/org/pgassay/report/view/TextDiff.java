package org.pgassay.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Two texts, each cut into the parts that both have and the parts that only one has.
 *
 * @param expected the parts of the expected text, in order
 * @param observed the parts of the observed text, in order
 */
public record TextDiff(List<Part> expected, List<Part> observed) {

    /** Above this many words on either side only the common beginning and end are found: the rest would be quadratic. */
    private static final int MOST_WORDS = 600;

    private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{N}_]+|.", Pattern.DOTALL);

    /**
     * A run of text.
     *
     * @param text the text
     * @param differs whether the other side lacks it
     */
    public record Part(String text, boolean differs) {}

    /** Copies the lists. */
    public TextDiff {
        expected = List.copyOf(expected);
        observed = List.copyOf(observed);
    }

    /** Compares two texts word by word. */
    public static TextDiff of(String expected, String observed) {
        List<String> left = words(expected);
        List<String> right = words(observed);
        int head = 0;
        int shorter = Math.min(left.size(), right.size());
        while (head < shorter && left.get(head).equals(right.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && left.get(left.size() - 1 - tail).equals(right.get(right.size() - 1 - tail))) {
            tail++;
        }
        boolean[] leftCommon = ends(left.size(), head, tail);
        boolean[] rightCommon = ends(right.size(), head, tail);
        if (left.size() <= MOST_WORDS && right.size() <= MOST_WORDS) {
            markCommon(left, right, head, tail, leftCommon, rightCommon);
        }
        if (!isAlike(left, leftCommon) && !isAlike(right, rightCommon)) {
            return new TextDiff(whole(expected), whole(observed));
        }
        return new TextDiff(parts(left, leftCommon), parts(right, rightCommon));
    }

    /** Texts that share but a bracket or an article are two texts: marks between those would only confuse. */
    private static boolean isAlike(List<String> words, boolean[] common) {
        int all = 0;
        int shared = 0;
        for (int i = 0; i < words.size(); i++) {
            if (Character.isLetterOrDigit(words.get(i).codePointAt(0))) {
                all++;
                shared += common[i] ? 1 : 0;
            }
        }
        return shared * 3 >= all;
    }

    private static List<Part> whole(String text) {
        return text.isEmpty() ? List.of() : List.of(new Part(text, true));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static boolean[] ends(int size, int head, int tail) {
        boolean[] common = new boolean[size];
        for (int i = 0; i < size; i++) {
            common[i] = i < head || i >= size - tail;
        }
        return common;
    }

    /** Marks a longest common subsequence of what lies between the common beginning and end. */
    private static void markCommon(
            List<String> left, List<String> right, int head, int tail, boolean[] leftCommon, boolean[] rightCommon) {
        int rows = left.size() - head - tail;
        int columns = right.size() - head - tail;
        int[][] longest = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                longest[i][j] = left.get(head + i).equals(right.get(head + j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (left.get(head + i).equals(right.get(head + j))) {
                leftCommon[head + i++] = true;
                rightCommon[head + j++] = true;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private static List<Part> parts(List<String> words, boolean[] common) {
        List<Part> parts = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0 && differs(words, common, i) != differs(words, common, i - 1)) {
                parts.add(new Part(run.toString(), differs(words, common, i - 1)));
                run.setLength(0);
            }
            run.append(words.get(i));
        }
        if (!run.isEmpty()) {
            parts.add(new Part(run.toString(), differs(words, common, words.size() - 1)));
        }
        return parts;
    }

    /** A lone blank between two words that differ belongs to the difference: one mark instead of two. */
    private static boolean differs(List<String> words, boolean[] common, int i) {
        boolean between = i > 0 && i < words.size() - 1 && !common[i - 1] && !common[i + 1];
        return !common[i] || (between && words.get(i).isBlank());
    }
}
