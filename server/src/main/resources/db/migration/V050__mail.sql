-- Mail that goes out (module notification): what was said to whom, and how it went.

CREATE TABLE mail (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    kind             text NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
    thread           text NOT NULL CHECK (thread <> '' AND char_length(thread) <= 200),
    recipient        email_address NOT NULL,
    recipient_name   text NOT NULL,
    subject          text NOT NULL CHECK (subject !~ '[[:cntrl:]]' AND char_length(subject) <= 300),
    body_text        text NOT NULL,
    body_html        text NOT NULL,
    secret           text CHECK (secret <> ''),
    once_key         text UNIQUE,
    status           text NOT NULL CHECK (status IN ('WAITING', 'SENDING', 'SENT', 'FAILED', 'KEPT')),
    attempts         integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    due_at           timestamptz NOT NULL DEFAULT now(),
    created_at       timestamptz NOT NULL DEFAULT now(),
    created_by       text NOT NULL,
    sent_at          timestamptz,
    CHECK ((status = 'SENT') = (sent_at IS NOT NULL)),
    CHECK (status <> 'SENT' OR secret IS NULL)
);
COMMENT ON COLUMN mail.kind IS 'What it is, for example preference-invitation.';
COMMENT ON COLUMN mail.thread IS 'What it is about; mails of one thread refer to each other.';
COMMENT ON COLUMN mail.secret IS 'A part of the body that opens something (a link); taken out of the body as soon as the mail is sent.';
COMMENT ON COLUMN mail.once_key IS 'A second mail with this key is not made.';
COMMENT ON COLUMN mail.status IS 'KEPT: there was no mail server to send it to.';
COMMENT ON COLUMN mail.due_at IS 'When the next attempt may be made; while SENDING, when the attempt is taken to be lost.';
CREATE INDEX mail_due ON mail (due_at) WHERE status IN ('WAITING', 'SENDING');
CREATE INDEX mail_by_time ON mail (created_at DESC, id);
CREATE INDEX mail_thread ON mail (thread, recipient);

CREATE TABLE mail_attempt (
    mail_id  uuid NOT NULL REFERENCES mail ON DELETE CASCADE,
    number   integer NOT NULL CHECK (number > 0),
    at       timestamptz NOT NULL DEFAULT now(),
    outcome  text NOT NULL CHECK (outcome IN ('SENT', 'LATER', 'FAILED')),
    detail   text NOT NULL DEFAULT '',
    PRIMARY KEY (mail_id, number)
);
COMMENT ON TABLE mail_attempt IS 'The log: each attempt and what the mail server said. An attempt without a line was interrupted.';
