package org.horarium.cli;

import java.util.List;
import org.horarium.engine.variant.Variant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What {@code --variant} asks for.
 *
 * @param variants which; empty when it was not given
 */
record VariantChoice(List<Variant> variants) {
    static final VariantChoice NONE = new VariantChoice(List.of());
    private static final String ALL = "all";

    boolean isNone() {
        return variants.isEmpty();
    }

    boolean isAll() {
        return variants.size() > 1;
    }

    /** Reads the option. */
    static final class Reader implements ITypeConverter<VariantChoice> {
        Reader() {}

        @Override
        public VariantChoice convert(String value) {
            if (value.equals(ALL)) {
                return new VariantChoice(List.of(Variant.values()));
            }
            try {
                return new VariantChoice(List.of(Variant.of(value)));
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException(unknown.getMessage() + " Or '%s' for these five.".formatted(ALL));
            }
        }
    }
}
