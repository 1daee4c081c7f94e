-- What all tables of the domain share.

-- Equality of uuid, text and smallint inside GiST exclusion constraints. A trusted extension: needs no superuser.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE DOMAIN code AS text
    CHECK (char_length(VALUE) <= 100 AND VALUE ~ '^[^/[:cntrl:][:space:]]([^/[:cntrl:]]*[^/[:cntrl:][:space:]])?$');
COMMENT ON DOMAIN code IS
    'External id of a record, as people write it (CSE, 2024-CSE-A). No slash: activity ids are template/group/ordinal.';

CREATE DOMAIN display_name AS text
    CHECK (char_length(VALUE) <= 200 AND VALUE ~ '^[^[:cntrl:][:space:]]([^[:cntrl:]]*[^[:cntrl:][:space:]])?$');
COMMENT ON DOMAIN display_name IS 'One line for people, neither empty nor padded.';

CREATE DOMAIN email_address AS text
    CHECK (char_length(VALUE) <= 254 AND VALUE ~ '^[^@[:space:]]+@[^@[:space:]]+$');

CREATE DOMAIN weekday AS smallint CHECK (VALUE BETWEEN 1 AND 7);
COMMENT ON DOMAIN weekday IS 'ISO: 1 is Monday, 7 is Sunday.';

CREATE TYPE clock_range AS RANGE (subtype = time);
COMMENT ON TYPE clock_range IS 'A span of a day, for exclusion constraints.';

CREATE FUNCTION touch_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := OLD.version + 1;
    NEW.updated_at := now();
    RETURN NEW;
END $$;
COMMENT ON FUNCTION touch_row() IS 'Before each update: counts the version (optimistic locking, If-Match) and stamps the time.';
