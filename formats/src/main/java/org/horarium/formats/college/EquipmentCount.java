package org.horarium.formats.college;

/**
 * A number of pieces of some equipment.
 *
 * @param equipment id of the {@link College.Equipment}
 * @param quantity pieces, at least 1
 */
public record EquipmentCount(String equipment, int quantity) {}
