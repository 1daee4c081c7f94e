package org.horarium.server.schedule;

/**
 * A tab of a schedule's page; each module offers its own as a Spring bean. The tab's page is
 * {@code /admin/schedules/{id}/{path}}, served by a controller of that module, which takes its head from
 * {@link ScheduleFrames} and shows it by
 *
 * <pre>{@code
 * <html th:replace="~{layout :: page(${frame.schedule.name}, ~{::main})}"><body><main>
 *   <div th:replace="~{schedule/frame :: head(${frame})}"></div>
 *   …
 * }</pre>
 *
 * @param path last part of the address, unique among tabs; empty for the first tab
 * @param messageKey of the text
 * @param icon name of a Bootstrap icon, without {@code bi-}
 * @param order the lower the further left
 */
public record ScheduleTab(String path, String messageKey, String icon, int order) {}
