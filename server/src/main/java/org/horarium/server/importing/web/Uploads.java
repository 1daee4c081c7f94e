package org.horarium.server.importing.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.horarium.formats.FormatException;
import org.horarium.server.importing.files.DataFiles;
import org.springframework.web.multipart.MultipartFile;

/** Files of a form. */
final class Uploads {
    private static final int MOST = 20;

    private Uploads() {}

    static List<DataFiles.Upload> of(List<MultipartFile> files) throws IOException {
        List<DataFiles.Upload> uploads = new ArrayList<>();
        for (MultipartFile file : files) {
            if (!file.isEmpty()) {
                uploads.add(new DataFiles.Upload(plain(file.getOriginalFilename()), file.getBytes()));
            }
        }
        if (uploads.isEmpty() || uploads.size() > MOST) {
            throw new FormatException("", "Choose a file, or up to " + MOST + " of them.");
        }
        return uploads;
    }

    /** Without folders and control characters, not too long. */
    private static String plain(@org.jspecify.annotations.Nullable String name) {
        String last = name == null ? "" : name.replace('\\', '/');
        last = last.substring(last.lastIndexOf('/') + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return last.isEmpty() ? "file" : last.length() > 100 ? last.substring(0, 100) : last;
    }
}
