package org.horarium.server.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;

/** Reads and writes the words of scopes, for the page and for REST alike. */
final class TokenRequests {
    private TokenRequests() {}

    /**
     * The scopes that some words mean.
     *
     * @param pointer of the field
     * @throws InvalidInputException with each word that means none
     */
    static Set<TokenScope> scopes(Collection<String> words, String pointer) {
        Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
        List<InputError> errors = new ArrayList<>();
        for (String word : words) {
            TokenScope.of(word)
                    .ifPresentOrElse(
                            scopes::add,
                            () -> errors.add(new InputError(
                                    pointer,
                                    "There is no scope (%s). There are: %s."
                                            .formatted(word, String.join(", ", TokenScope.codes())))));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return scopes;
    }

    /** The words of scopes, sorted. */
    static List<String> codes(Set<TokenScope> scopes) {
        return scopes.stream().map(TokenScope::code).sorted().toList();
    }
}
