package org.horarium.server.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The colours of courses as the style sheet gives them; contrast by WCAG 2.2. */
class PaletteTest {
    private static final double READABLE = 4.5;

    @Test
    void textIsReadableOnEveryColourInBothThemes() throws IOException {
        String css = css();
        for (String theme : new String[] {"\"light\"", "\"dark\""}) {
            double background = percent(css, theme, "--subject-l");
            double saturation = percent(css, theme, "--subject-s");
            double text = percent(css, theme, "--subject-text-l");
            for (int colour = 0; colour < Palette.SIZE; colour++) {
                double hue = hue(css, colour);
                assertThat(contrast(hsl(hue, 0.45, text), hsl(hue, saturation, background)))
                        .as("subject-%d in %s", colour, theme)
                        .isGreaterThanOrEqualTo(READABLE);
            }
        }
    }

    @Test
    void neighbouringCodesGetDifferentColours() {
        assertThat(IntStream.range(301, 307).map(i -> Palette.colour("CS" + i)).distinct())
                .hasSizeGreaterThan(3);
        assertThat(Palette.colour("CS301")).isEqualTo(Palette.colour("CS301")).isBetween(0, Palette.SIZE - 1);
    }

    private static String css() throws IOException {
        try (var in = PaletteTest.class.getResourceAsStream("/static/assets/horarium.css")) {
            assertThat(in).isNotNull();
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static double percent(String css, String theme, String name) {
        Matcher rule = Pattern.compile(Pattern.quote("[data-bs-theme=" + theme + "]") + "[^}]*" + name + ": (\\d+)%")
                .matcher(css);
        assertThat(rule.find()).as(name).isTrue();
        return Double.parseDouble(rule.group(1)) / 100;
    }

    private static double hue(String css, int colour) {
        Matcher rule =
                Pattern.compile("\\.subject-" + colour + " \\{ --hue: (\\d+)").matcher(css);
        assertThat(rule.find()).as("subject-" + colour).isTrue();
        return Double.parseDouble(rule.group(1));
    }

    private static double[] hsl(double hue, double saturation, double lightness) {
        double[] rgb = new double[3];
        double spread = saturation * Math.min(lightness, 1 - lightness);
        int[] offsets = {0, 8, 4};
        for (int i = 0; i < 3; i++) {
            double k = (offsets[i] + hue / 30) % 12;
            rgb[i] = lightness - spread * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
        }
        return rgb;
    }

    private static double contrast(double[] a, double[] b) {
        double brighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (brighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(double[] rgb) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            linear[i] = rgb[i] <= 0.04045 ? rgb[i] / 12.92 : Math.pow((rgb[i] + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }
}
