-- What a token may be used for (module access). Tokens from before there were scopes go on to open everything.

ALTER TABLE api_token
    ADD COLUMN scopes text[] NOT NULL DEFAULT '{all}'
        CHECK (cardinality(scopes) > 0 AND array_position(scopes, NULL) IS NULL);
ALTER TABLE api_token ALTER COLUMN scopes DROP DEFAULT;
