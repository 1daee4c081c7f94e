package org.horarium.server.generation.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.horarium.engine.variant.Variant;
import org.horarium.server.generation.GenerationRequest;
import org.horarium.server.generation.GenerationRequest.Search;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.schedule.ScheduleScope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the body of a request to generate, field by field, so that every fault can be told at once.
 *
 * @param request what was asked for, as far as it could be read
 * @param errors what is wrong with the shape of it
 */
record GenerateBody(GenerationRequest request, List<InputError> errors) {
    private static final Set<String> KNOWN =
            Set.of("department_id", "batch_id", "semester", "academic_year", "time_budget_seconds", "seed", "variants");

    /**
     * Reads a body.
     *
     * @throws InvalidInputException if too little of it can be read to check the rest
     */
    static GenerateBody read(JsonNode body) {
        if (!body.isObject()) {
            throw new InvalidInputException("", "The body is not a JSON object. Send {\"department_id\": …, …}.");
        }
        List<InputError> errors = new ArrayList<>();
        body.propertyNames().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> errors.add(new InputError(
                        "/" + name,
                        "The field '%s' is not known. Known are: %s."
                                .formatted(
                                        name,
                                        String.join(
                                                ", ", KNOWN.stream().sorted().toList())))));
        String department = text(body, "department_id", true, errors);
        String batch = text(body, "batch_id", false, errors);
        Long semester = number(body, "semester", errors);
        String year = text(body, "academic_year", true, errors);
        Long seconds = number(body, "time_budget_seconds", errors);
        Long seed = number(body, "seed", errors);
        List<Variant> variants = variants(body, errors);
        if (semester != null && (semester < 1 || semester > 99)) {
            errors.add(new InputError(
                    "/semester",
                    "The semester (%d) is not between 1 and 99. Leave it out for all.".formatted(semester)));
            semester = null;
        }
        if (department == null || year == null) {
            throw new InvalidInputException(errors);
        }
        ScheduleScope scope = new ScheduleScope(department, batch, semester == null ? null : semester.intValue(), year);
        return new GenerateBody(
                new GenerationRequest(
                        scope,
                        Duration.ofSeconds(seconds == null ? GenerationRequest.DEFAULT_SECONDS : seconds),
                        seed == null ? GenerationRequest.anySeed() : seed,
                        variants),
                errors);
    }

    /**
     * Reads only how to search.
     *
     * @throws InvalidInputException with all that is wrong
     */
    static Search search(JsonNode body) {
        List<InputError> errors = new ArrayList<>();
        Long seconds = number(body, "time_budget_seconds", errors);
        Long seed = number(body, "seed", errors);
        List<Variant> variants = variants(body, errors);
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return new Search(
                Duration.ofSeconds(seconds == null ? GenerationRequest.DEFAULT_SECONDS : seconds),
                seed == null ? GenerationRequest.anySeed() : seed,
                variants);
    }

    /** The names of variants; all where there is no such field. */
    private static List<Variant> variants(JsonNode body, List<InputError> errors) {
        JsonNode names = body.get("variants");
        if (names == null || names.isNull()) {
            return GenerationRequest.ALL_VARIANTS;
        }
        if (!names.isArray() || names.isEmpty()) {
            errors.add(new InputError(
                    "/variants",
                    "The field 'variants' is %s; it must be a list of names. Known are: %s."
                            .formatted(names, known())));
            return List.of();
        }
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            JsonNode name = names.get(i);
            Variant variant = Stream.of(Variant.values())
                    .filter(v -> name.isString() && v.label().equals(name.stringValue()))
                    .findFirst()
                    .orElse(null);
            if (variant == null) {
                errors.add(new InputError(
                        "/variants/" + i, "There is no variant %s. Known are: %s.".formatted(name, known())));
            } else {
                variants.add(variant);
            }
        }
        return variants;
    }

    private static String known() {
        return Stream.of(Variant.values()).map(Variant::label).collect(Collectors.joining(", "));
    }

    private static @Nullable String text(JsonNode body, String field, boolean needed, List<InputError> errors) {
        JsonNode value = body.get(field);
        if (value == null
                || value.isNull()
                || (value.isString() && value.stringValue().isBlank())) {
            if (needed) {
                errors.add(new InputError("/" + field, "The field '%s' is missing.".formatted(field)));
            }
            return null;
        }
        if (!value.isString()) {
            errors.add(new InputError(
                    "/" + field, "The field '%s' is %s; it must be a text.".formatted(field, value.toString())));
            return null;
        }
        return value.stringValue().strip();
    }

    private static @Nullable Long number(JsonNode body, String field, List<InputError> errors) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            errors.add(new InputError(
                    "/" + field,
                    "The field '%s' is %s; it must be a whole number.".formatted(field, value.toString())));
            return null;
        }
        return value.longValue();
    }
}
