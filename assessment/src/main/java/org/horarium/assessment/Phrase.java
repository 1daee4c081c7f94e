package org.horarium.assessment;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * What can be said about a centre and its plans. Each has its English pattern, as {@link MessageFormat} reads it; whoever
 * speaks another language has patterns of the same names with the same values.
 */
public enum Phrase {
    /** A text that is not one of the others: {0} the text. */
    AS_IS("{0}"),

    /** {0} participants, {1} days needed, {2} days given. */
    DAYS_TOO_FEW(
            "{0} participants need {1} days with these rooms and assessors; {2} {2,choice,0#are|1#is|1<are} given."),
    /** {0} participants. */
    ROOMS_TOO_FEW("{0} participants can''t be planned with these rooms, whatever the number of days tried."),
    /** {0} participants. */
    ASSESSORS_TOO_FEW("{0} participants can''t be planned with these assessors, whatever the number of days tried."),
    /** {0} an assessment. */
    NO_ROOM("{0} needs a room; none is mapped to it."),
    /** {0} an assessment. */
    NO_ASSESSOR("{0} needs an assessor; none is mapped to it."),
    /** {0} an assessment, {1} its assessors, {2} a participant. */
    ALL_NO_GO("Every assessor mapped to {0} ({1}) is in a no-go pair with {2}."),
    /** {0} participants, {1} least size of a group. */
    NO_GROUP("{0} {0,choice,0#participants|1#participant|1<participants} can''t form a group of at least {1}."),
    /** {0} assessments. */
    NO_LEADER("No assessor is mapped to {0} together, so nobody can lead a group through them."),
    /** {0} assessors, {1} a participant. */
    LEADERS_NO_GO("Every assessor who may lead a group ({0}) is in a no-go pair with {1}."),
    /** {0} how many, {1} assessors. */
    LEADERS_LEAVE_OUT(
            "No choice of {0} of the assessors {1} can lead all participants: the no-go pairs leave someone without a group."),
    /** {0} an assessment, {1} how many are needed, {2} assessors, {3} how many are there. */
    LEADERS_NOT_TOGETHER(
            "{0} needs {1} assessors at the same time who lead a group (of {2}); at most {3} are there together."),
    /** Nothing to fill in. */
    PROVEN_NOTHING_TRIED_HELPS(
            "It is proven that there is no plan, and none of the changes tried one by one is known to be enough."),
    /** {0} seconds. */
    NOTHING_FOUND("No plan was found in {0} seconds, and it is not proven that there is none."),
    /** {0} a time. */
    NOT_BEFORE("No plan can end before {0}."),
    /** Nothing to fill in. */
    TRY_TWO("Try two changes at once: more days, more rooms or assessors, a smaller buffer; or more time."),
    /** Nothing to fill in; a suggestion follows. */
    FOUND_WITH("A plan was found with this change:"),

    /** {0} how many. */
    ADD_DAYS("Add {0} more {0,choice,1#day|1<days}."),
    /** {0} a time. */
    END_AT("End each day at {0}."),
    /** {0} rooms or assessors, {1} assessments. */
    MAP("Map {0} to {1}."),
    /** {0} how many, {1} an assessment. */
    MAP_MORE_ROOMS("Map {0} more {0,choice,1#room|1<rooms} to {1}."),
    /** {0} how many. */
    ADD_ASSESSORS("Add {0} {0,choice,1#assessor|1<assessors} who may do every assessment."),
    /** {0} how many. */
    ADD_PARTICIPANTS("Add {0} {0,choice,1#participant|1<participants}."),
    /** {0} least size of a group. */
    GROUP_SIZE("Set min_group_size to {0}."),
    /** {0} least size of a group, {1} how many groups. */
    GROUP_SIZE_MAKES("Set min_group_size to {0}, which makes {1} {1,choice,1#group|1<groups}."),
    /** {0} people. */
    ALWAYS_THERE("Have {0} there all the time."),
    /** {0} a participant, {1} an assessor. */
    REMOVE_NO_GO("Remove the no-go pair {0} and {1}."),
    /** Nothing to fill in. */
    REMOVE_ALL_NO_GO("Remove all no-go pairs."),

    /** Nothing to fill in. */
    OF_DAYS("days"),
    /** Nothing to fill in. */
    OF_MINUTES("minutes of a day"),
    /** {0} an assessment. */
    OF_ROOMS("rooms of {0}"),
    /** Nothing to fill in. */
    OF_ASSESSORS("assessors"),
    /** {0} an assessment. */
    OF_ASSESSORS_OF("assessors of {0}"),
    /** {0} an assessment, {1} a participant. */
    OF_ASSESSORS_FOR("assessors of {0} for {1}"),
    /** {0} assessments. */
    OF_ASSESSORS_MAPPED("assessors mapped to {0}"),
    /** {0} a participant. */
    OF_LEADERS_FOR("assessors who may lead {0}"),
    /** Nothing to fill in. */
    OF_PARTICIPANTS("participants"),
    /** Nothing to fill in. */
    OF_GROUP_SIZE("participants of a group"),

    /** {0} how many groups, {1} how many assessors; reasons follow. */
    FEWER_GROUPS("{0} {0,choice,1#group|1<groups}, fewer than the {1} assessors mapped."),
    /** {0} how many. */
    SINCE_LEADERS("Only {0} {0,choice,1#assessor is|1<assessors are} mapped to all that a group does."),
    /** {0} participants, {1} groups, {2} least size of a group. */
    SINCE_SIZE("{0} participants make {1} {1,choice,1#group|1<groups} of at least {2}."),
    /** {0} rooms. */
    SINCE_ROOMS("The business case has {0} {0,choice,1#room|1<rooms}."),
    /** {0} an assessment. */
    ROOMS_UNUSED("The rooms mapped to {0} are not used: a questionnaire needs none."),
    /** Nothing to fill in. */
    LIST_SCHEDULING("Planned by list scheduling alone: few results are proven."),

    /** {0} a group, {1} an assessor. */
    GROUP_DISSOLVED("{0} is dissolved, since {1} is out: its participants go on in other groups."),
    /** {0} a group, {1} who leads it now, {2} a time, {3} who led it. */
    GROUP_LED_BY("{0} is led by {1} from {2} on, since {3} is out: its participants are assessed by two people."),
    /** {0} a session, {1} how many. */
    GROUP_SMALL("{0} has only {1} {1,choice,1#participant|1<participants}.");

    private final String pattern;

    Phrase(String pattern) {
        this.pattern = pattern;
    }

    /** The English pattern. */
    public String pattern() {
        return pattern;
    }

    /** In English, with its values filled in: texts and whole numbers, or lists of texts. */
    String english(List<Object> values) {
        Object[] filled = values.stream()
                .map(v -> v instanceof List<?> list ? Wording.joined(list, " and ") : v)
                .toArray();
        return new MessageFormat(pattern, Locale.ROOT).format(filled);
    }
}
