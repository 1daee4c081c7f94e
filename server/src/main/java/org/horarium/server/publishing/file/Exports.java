package org.horarium.server.publishing.file;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.horarium.server.document.PdfPrinter;
import org.horarium.server.publishing.feed.CalendarIds;
import org.horarium.server.timetable.Frame;
import org.horarium.server.timetable.Perspective;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.TimetableView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Makes files. Each bears the number of the revision and the time at which it was made. */
@Service
public class Exports {
    private final PdfPrinter printer;
    private final MessageSource messages;
    private final JsonMapper json;
    private final CalendarIds ids;

    Exports(PdfPrinter printer, MessageSource messages, JsonMapper json, CalendarIds ids) {
        this.printer = printer;
        this.messages = messages;
        this.json = json;
        this.ids = ids;
    }

    /**
     * The weeks of a revision from one side.
     *
     * @param of id of the one that is wanted; null for all (of groups: all sections)
     */
    public static List<TimetableView> weeks(Revision revision, Perspective by, @Nullable String of, Locale locale) {
        return TimetableView.choices(revision, by).stream()
                .filter(choice -> of == null
                        ? by != Perspective.GROUP || isSection(revision.frame(), choice.id())
                        : of.equals(choice.id()))
                .map(choice -> {
                    Set<String> ids = by.related(revision.frame(), choice.id());
                    return TimetableView.of(
                            revision,
                            by,
                            choice.name(),
                            revision.activities().stream()
                                    .filter(a -> by.concerns(a, ids))
                                    .toList(),
                            locale);
                })
                .toList();
    }

    /** A batch's week would hold too much for a sheet, a subgroup's is part of its section's. */
    private static boolean isSection(Frame frame, String id) {
        return frame.groups().stream().anyMatch(g -> g.id().equals(id) && g.kind() == Frame.GroupKind.SECTION);
    }

    /**
     * A file.
     *
     * @param paper for PDF
     */
    public byte[] write(Sheets sheets, Format format, Paper paper, Locale locale) {
        return switch (format) {
            case PDF -> pdf(sheets, paper, locale);
            case XLSX -> XlsxFile.write(sheets, stamp(sheets, locale), messages, locale);
            case CSV -> CsvFile.write(sheets);
            case ICS -> IcsFile.write(sheets, ids.installation());
            case JSON -> JsonFile.write(sheets, json);
        };
    }

    private byte[] pdf(Sheets sheets, Paper paper, Locale locale) {
        return printer.print(
                "publishing/sheets",
                Map.of(
                        "title",
                        sheets.title(),
                        "stamp",
                        stamp(sheets, locale),
                        "paper",
                        paper.name(),
                        "ofPages",
                        messages.getMessage("publishing.file.page", null, locale),
                        "sheets",
                        sheets.weeks().stream()
                                .map(week -> PdfSheet.of(week, paper))
                                .toList()),
                locale);
    }

    private String stamp(Sheets sheets, Locale locale) {
        String status = messages.getMessage(
                "timetable.status." + sheets.revision().status().code(), null, locale);
        return messages.getMessage(
                "publishing.file.stamp",
                new Object[] {sheets.title(), sheets.revision().number(), status, sheets.time()},
                locale);
    }
}
