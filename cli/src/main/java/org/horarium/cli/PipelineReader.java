package org.horarium.cli;

import org.horarium.engine.solve.Pipeline;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --pipeline}. */
final class PipelineReader implements ITypeConverter<Pipeline> {
    PipelineReader() {}

    @Override
    public Pipeline convert(String value) {
        try {
            return Pipeline.parse(value);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException(unknown.getMessage() + " Or 'none', or 'auto'.");
        }
    }
}
