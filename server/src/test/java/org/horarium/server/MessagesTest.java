package org.horarium.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text exists in every language. */
class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");

    static Stream<Path> bundles() throws IOException {
        return Files.list(FOLDER).filter(file -> !file.getFileName().toString().contains("_"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void theGermanTextsAreComplete(Path english) throws IOException {
        String name = english.getFileName().toString();
        Path german = FOLDER.resolve(name.replace(".properties", "_de.properties"));
        assertThat(german).exists();
        assertThat(keys(german)).isEqualTo(keys(english));
        assertThat(load(german).values()).noneMatch(text -> text.toString().isBlank());
    }

    private static TreeSet<Object> keys(Path file) throws IOException {
        return new TreeSet<>(load(file).keySet());
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
