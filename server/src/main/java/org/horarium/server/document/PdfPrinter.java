package org.horarium.server.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Prints templates as PDF. The fonts are part of the file, so that it looks the same everywhere; they know Latin, Greek and
 * Cyrillic letters.
 *
 * <p>Such a template is well-formed XHTML ({@code <br/>}) with its styles in a {@code <style>} element; links to files and
 * scripts have no meaning on paper. The font's name is {@value #FONT}. Page numbers come from
 * {@code counter(page)} and {@code counter(pages)} in a margin box of {@code @page}.
 */
@Component
public class PdfPrinter {
    /** The family to name in styles; regular and bold. */
    public static final String FONT = "DejaVu Sans";

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final int BOLD = 700;
    private static final int REGULAR = 400;

    private final ITemplateEngine templates;

    PdfPrinter(ITemplateEngine templates) {
        this.templates = templates;
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /**
     * Prints a template.
     *
     * @param template its name, without {@code .html}
     * @param model what it shows
     * @param locale of the texts
     * @return the PDF
     */
    public byte[] print(String template, Map<String, Object> model, Locale locale) {
        String page = templates.process(template, new Context(locale, model));
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .withProducer("Horarium")
                    .useFont(() -> font("DejaVuSans.ttf"), FONT, REGULAR, FontStyle.NORMAL, true)
                    .useFont(() -> font("DejaVuSans-Bold.ttf"), FONT, BOLD, FontStyle.NORMAL, true)
                    .withHtmlContent(page, null)
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The template (%s) can't be printed.".formatted(template), e);
        }
    }

    private static InputStream font(String file) {
        InputStream font = PdfPrinter.class.getResourceAsStream(FOLDER + file);
        if (font == null) {
            throw new IllegalStateException("The font (%s) is missing from the class path.".formatted(file));
        }
        return font;
    }
}
