-- Who can give what.

CREATE VIEW template_eligible AS
SELECT DISTINCT requirement.template_id, personnel.id AS personnel_id
FROM template_requirement requirement
JOIN activity_template template ON template.id = requirement.template_id
JOIN course ON course.id = template.course_id
JOIN personnel ON
    EXISTS (SELECT FROM template_candidate
            WHERE requirement_id = requirement.id AND template_candidate.personnel_id = personnel.id)
    OR personnel.department_id = course.department_id
       AND NOT EXISTS (SELECT FROM template_candidate WHERE requirement_id = requirement.id)
       AND EXISTS (SELECT FROM personnel_role
                   WHERE personnel_role.personnel_id = personnel.id
                     AND personnel_role.staff_role = requirement.staff_role);
COMMENT ON VIEW template_eligible IS
    'People who can meet a requirement of a template: its candidates, or without any, everybody of the course''s department who has the role.';
