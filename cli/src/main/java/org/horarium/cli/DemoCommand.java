package org.horarium.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.horarium.formats.demo.DemoCollege;
import org.horarium.formats.json.CollegeJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Writes a demo college. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Writes an invented college as Horarium JSON, always the same for the same size.")
final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--size",
            required = true,
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            description = "small, college or university.")
    private DemoCollege.Size size = DemoCollege.Size.COLLEGE;

    @Mixin
    private Output output = new Output();

    DemoCommand() {}

    @Override
    public Integer call() throws IOException {
        output.check();
        output.write(CollegeJson.write(DemoCollege.of(size)));
        return ExitStatus.DONE;
    }

    /** Sizes as they are documented, in lower case. */
    private static final class SizeConverter implements ITypeConverter<DemoCollege.Size> {
        @Override
        public DemoCollege.Size convert(String value) {
            return Arrays.stream(DemoCollege.Size.values())
                    .filter(size -> size.name().toLowerCase(Locale.ROOT).equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is no size; choose small, college or university".formatted(value)));
        }
    }
}
