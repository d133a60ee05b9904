package org.pgassay.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LegibleTest {

    @Test
    void showsWhatCannotBeSeen() {
        assertThat(Legible.line("a\u0000\u001b\u007f\u0085")).isEqualTo("a␀␛␡⟨U+0085⟩");
        assertThat(Legible.line("\u202egnp\u200b\ufeff\u00ad")).isEqualTo("⟨U+202E⟩gnp⟨U+200B⟩⟨U+FEFF⟩⟨U+00AD⟩");
        assertThat(Legible.line("\ud800 \uffff")).isEqualTo("⟨U+D800⟩ ⟨U+FFFF⟩");
    }

    @Test
    void leavesWhatCan() {
        assertThat(Legible.line("Tür 表 👩‍👩‍👧 🇳🇴 \u05d0\u05d1")).isEqualTo("Tür 表 👩‍👩‍👧 🇳🇴 \u05d0\u05d1");
    }

    @Test
    void keepsLinesOnlyInBlocks() {
        assertThat(Legible.line("a\r\nb\tc")).isEqualTo("a↵b␉c");
        assertThat(Legible.block("a\r\nb\tc\rd")).isEqualTo("a\nb\tc↵d");
    }
}
