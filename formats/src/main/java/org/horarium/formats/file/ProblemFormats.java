package org.horarium.formats.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.horarium.formats.FormatException;

/** The formats that problems can be read from. */
public final class ProblemFormats {
    static final int HEAD = 8_192;

    private static final List<ProblemFormat> ALL =
            List.of(new CollegeFormat(), new Itc2019Format(), new Itc2007Format(), new FetFormat());

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ProblemFormats() {}

    /**
     * Reads a problem in the format that its content shows; the file's name does not matter.
     *
     * @throws FormatException with every fault, or if no format is recognised
     */
    public static ProblemFile read(byte[] content) throws IOException {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.UTF_8)
                .replace(BYTE_ORDER_MARK, "")
                .stripLeading();
        for (ProblemFormat format : ALL) {
            if (format.recognises(head)) {
                return format.read(content);
            }
        }
        throw new FormatException(
                "",
                "The format is not recognised. Known are %s."
                        .formatted(ALL.stream().map(ProblemFormat::name).collect(Collectors.joining(", "))));
    }
}
