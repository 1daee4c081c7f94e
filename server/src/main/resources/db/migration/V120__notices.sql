-- Notices (module notification): an inbox for each account, what each person wants by which way, and mails that may be
-- unsubscribed.

CREATE TABLE notice (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id  bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    topic       text NOT NULL CHECK (topic ~ '^[a-z]+(-[a-z]+)*$'),
    subject     text NOT NULL CHECK (subject !~ '[[:cntrl:]]' AND char_length(subject) BETWEEN 1 AND 300),
    paragraphs  text[] NOT NULL DEFAULT '{}',
    lines       text[] NOT NULL DEFAULT '{}',
    path        text NOT NULL CHECK (path ~ '^/([^/]|$)'),
    once_key    text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    created_by  text NOT NULL,
    read_at     timestamptz,
    UNIQUE (account_id, once_key)
);
COMMENT ON COLUMN notice.lines IS 'What concerns the person, one change each, in words.';
COMMENT ON COLUMN notice.path IS 'The page it is about, from the root of this server: never an address elsewhere.';
COMMENT ON COLUMN notice.once_key IS 'A second notice with this key is not made for the account.';
CREATE INDEX notice_of_account ON notice (account_id, id DESC);
CREATE INDEX notice_unread ON notice (account_id) WHERE read_at IS NULL;

CREATE TABLE notice_choice (
    account_id  bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    topic       text NOT NULL,
    channel     text NOT NULL CHECK (channel IN ('MAIL', 'APP', 'BOTH')),
    changed_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, topic)
);
COMMENT ON TABLE notice_choice IS 'What a person wants; what is not here comes both ways.';

CREATE TABLE notice_language (
    account_id  bigint PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    language    text NOT NULL CHECK (language ~ '^[a-z]{2}$')
);

CREATE TABLE mail_unsubscription (
    address     email_address NOT NULL CHECK (address = lower(address)),
    topic       text NOT NULL,
    at          timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (address, topic)
);
COMMENT ON TABLE mail_unsubscription IS 'Addresses of people without an account who want no more mails about something.';

-- A link that unsubscribes is signed, so nobody can unsubscribe another; nothing about the link is kept.
CREATE TABLE mail_signing (
    only_one    boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    key         bytea NOT NULL CHECK (octet_length(key) = 32)
);
INSERT INTO mail_signing (key)
VALUES (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

ALTER TABLE mail
    ADD COLUMN topic      text CHECK (topic ~ '^[a-z]+(-[a-z]+)*$'),
    ADD COLUMN account_id bigint REFERENCES account ON DELETE SET NULL,
    ADD COLUMN language   text NOT NULL DEFAULT 'en' CHECK (language ~ '^[a-z]{2}$');
COMMENT ON COLUMN mail.topic IS 'What the recipient may unsubscribe; null for mails that everybody has to get.';
COMMENT ON COLUMN mail.account_id IS 'The account of the recipient, where there is one.';
CREATE INDEX mail_of_account ON mail (account_id);
