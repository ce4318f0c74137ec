-- A log of schema 1: the schema as netlog's commit 79b2a25 had it, and what some forty of its commands
-- left. Never to be changed: tests/store/logs.py builds the file that every later netlog must upgrade.

CREATE TABLE cadence (
  kind TEXT NOT NULL,
  word TEXT NOT NULL,
  days INTEGER NOT NULL,
  PRIMARY KEY (kind, word),
  CHECK (kind IN ('tier', 'role', 'tag')),
  CHECK (days BETWEEN 0 AND 3650)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE event (
  notes TEXT,
  private INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  name TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  kind TEXT NOT NULL,
  mode TEXT,
  role TEXT NOT NULL,
  status TEXT NOT NULL,
  level TEXT,
  place TEXT,
  url TEXT,
  organizer TEXT,
  takeaways TEXT,
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL,
  folded_name TEXT,
  CHECK (kind IN ('conference', 'workshop', 'meeting', 'webinar', 'plc', 'course', 'meetup', 'talk', 'visit', 'other')),
  CHECK (mode IN ('in-person', 'online', 'hybrid')),
  CHECK (role IN ('attendee', 'presenter', 'organizer', 'volunteer')),
  CHECK (status IN ('planned', 'registered', 'attended', 'skipped')),
  CHECK (starts_on IS date(starts_on, '+0 days')),
  CHECK (ends_on IS date(ends_on, '+0 days')),
  CHECK (ends_on >= starts_on),
  UNIQUE (uid)
)
 STRICT;

CREATE INDEX event_by_end ON event (ends_on, id);

CREATE INDEX event_by_name ON event (folded_name, id);

CREATE INDEX event_by_start ON event (starts_on, id);

CREATE VIRTUAL TABLE event_text USING fts5(name, place, organizer, takeaways, notes,
  content='event', content_rowid='id', tokenize='unicode61 remove_diacritics 2');

CREATE TABLE goal (
  notes TEXT,
  private INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  title TEXT NOT NULL,
  count TEXT NOT NULL,
  "where" TEXT,
  target INTEGER NOT NULL,
  per TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  status TEXT NOT NULL,
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL,
  folded_title TEXT,
  CHECK (count IN ('contacts', 'people', 'conversations', 'events', 'presentations', 'follow-ups')),
  CHECK (per IN ('week', 'month', 'quarter', 'term', 'year')),
  CHECK (status IN ('active', 'closed')),
  CHECK (target >= 1),
  CHECK (starts_on IS date(starts_on, '+0 days')),
  CHECK (ends_on IS date(ends_on, '+0 days')),
  CHECK (ends_on IS NULL OR ends_on >= starts_on),
  UNIQUE (uid)
)
 STRICT;

CREATE INDEX goal_by_title ON goal (folded_title, id);

CREATE VIRTUAL TABLE goal_text USING fts5(title, notes,
  content='goal', content_rowid='id', tokenize='unicode61 remove_diacritics 2');

CREATE TABLE review (
  week_on TEXT NOT NULL,
  reviewed_at TEXT NOT NULL,
  PRIMARY KEY (week_on),
  CHECK (week_on IS date(week_on, '+0 days'))
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE review_answer (
  week_on TEXT NOT NULL,
  ref TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_at TEXT NOT NULL,
  PRIMARY KEY (week_on, ref),
  CHECK (week_on IS date(week_on, '+0 days')),
  CHECK (answer IN ('done', 'logged', 'snoozed', 'skipped'))
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE step (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  command TEXT NOT NULL,
  "key" TEXT,
  undoes INTEGER,
  UNIQUE ("key"),
  FOREIGN KEY(undoes) REFERENCES step (id)
)
 STRICT;

CREATE INDEX step_by_undoes ON step (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE change (
  seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  step_id INTEGER NOT NULL,
  op TEXT NOT NULL,
  record TEXT NOT NULL,
  row_key TEXT NOT NULL,
  "before" TEXT,
  "after" TEXT,
  digest TEXT NOT NULL,
  CHECK (op IN ('insert', 'update', 'delete')),
  FOREIGN KEY(step_id) REFERENCES step (id)
)
 STRICT;

CREATE INDEX change_by_row ON change (record, row_key, seq);

CREATE INDEX change_by_step ON change (step_id, seq);

CREATE TABLE contact (
  notes TEXT,
  private INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  name TEXT NOT NULL,
  nickname TEXT,
  organization TEXT,
  title TEXT,
  region TEXT,
  setting TEXT,
  sector TEXT,
  specialty TEXT,
  level TEXT,
  met_on TEXT,
  met_via TEXT,
  cadence INTEGER,
  tier TEXT,
  status TEXT NOT NULL,
  birthday TEXT,
  snoozed_until TEXT,
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL,
  met_event_id INTEGER,
  met_through_id INTEGER,
  folded_name TEXT,
  folded_nickname TEXT,
  last_conversation_on TEXT,
  next_contact_on TEXT,
  known_on TEXT,
  CHECK (status IN ('target', 'active', 'archived')),
  CHECK (setting IN ('urban', 'suburban', 'rural')),
  CHECK (cadence BETWEEN 0 AND 3650),
  CHECK (met_on IS date(met_on, '+0 days')),
  CHECK (snoozed_until IS date(snoozed_until, '+0 days')),
  CHECK (last_conversation_on IS date(last_conversation_on, '+0 days')),
  CHECK (next_contact_on IS date(next_contact_on, '+0 days')),
  CHECK (known_on IS date(known_on, '+0 days')),
  CHECK (birthday IS date(birthday, '+0 days') OR ('2000' || substr(birthday, 2)) IS date(('2000' || substr(birthday, 2)), '+0 days')),
  UNIQUE (uid),
  FOREIGN KEY(met_event_id) REFERENCES event (id),
  FOREIGN KEY(met_through_id) REFERENCES contact (id)
)
 STRICT;

CREATE INDEX contact_by_known ON contact (known_on, status);

CREATE INDEX contact_by_last ON contact (last_conversation_on, id);

CREATE INDEX contact_by_met_event ON contact (met_event_id) WHERE met_event_id IS NOT NULL;

CREATE INDEX contact_by_met_through ON contact (met_through_id) WHERE met_through_id IS NOT NULL;

CREATE INDEX contact_by_name ON contact (folded_name, id);

CREATE INDEX contact_by_next ON contact (next_contact_on, id) WHERE next_contact_on IS NOT NULL;

CREATE INDEX contact_by_nickname ON contact (folded_nickname) WHERE folded_nickname IS NOT NULL;

CREATE INDEX contact_by_updated ON contact (updated_at, id);

CREATE VIRTUAL TABLE contact_text USING fts5(name, nickname, organization, title, region, sector, specialty, met_via, notes,
  content='contact', content_rowid='id', tokenize='unicode61 remove_diacritics 2');

CREATE TABLE conversation (
  notes TEXT,
  private INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  held_on TEXT NOT NULL,
  kind TEXT NOT NULL,
  summary TEXT NOT NULL,
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL,
  event_id INTEGER,
  CHECK (kind IN ('meeting', 'call', 'video', 'email', 'message', 'letter', 'social', 'observation', 'mentoring', 'plc', 'other')),
  CHECK (held_on IS date(held_on, '+0 days')),
  UNIQUE (uid),
  FOREIGN KEY(event_id) REFERENCES event (id)
)
 STRICT;

CREATE INDEX conversation_by_day ON conversation (held_on, id);

CREATE INDEX conversation_by_event ON conversation (event_id) WHERE event_id IS NOT NULL;

CREATE VIRTUAL TABLE conversation_text USING fts5(summary, notes,
  content='conversation', content_rowid='id', tokenize='unicode61 remove_diacritics 2');

CREATE TABLE debrief (
  event_id INTEGER NOT NULL,
  held_on TEXT NOT NULL,
  PRIMARY KEY (event_id),
  CHECK (held_on IS date(held_on, '+0 days')),
  FOREIGN KEY(event_id) REFERENCES event (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE event_tag (
  event_id INTEGER NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (event_id, word),
  FOREIGN KEY(event_id) REFERENCES event (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX event_tag_word ON event_tag (word, event_id);

CREATE TABLE goal_tag (
  goal_id INTEGER NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (goal_id, word),
  FOREIGN KEY(goal_id) REFERENCES goal (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX goal_tag_word ON goal_tag (word, goal_id);

CREATE TABLE contact_channel (
  contact_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  label TEXT NOT NULL,
  position INTEGER NOT NULL,
  folded_value TEXT,
  PRIMARY KEY (contact_id, kind, value),
  CHECK (kind IN ('email', 'phone', 'link', 'handle')),
  FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX contact_channel_by_value ON contact_channel (kind, folded_value, contact_id);

CREATE TABLE contact_pin (
  contact_id INTEGER NOT NULL,
  pinned_at TEXT NOT NULL,
  PRIMARY KEY (contact_id),
  FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE contact_role (
  contact_id INTEGER NOT NULL,
  role TEXT NOT NULL,
  since TEXT NOT NULL,
  until TEXT,
  PRIMARY KEY (contact_id, role, since),
  CHECK (since = '' OR since IS date(since, '+0 days')),
  CHECK (until IS date(until, '+0 days') AND (until IS NULL OR until >= since)),
  FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX contact_role_by_role ON contact_role (role, contact_id);

CREATE TABLE contact_tag (
  contact_id INTEGER NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (contact_id, word),
  FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX contact_tag_word ON contact_tag (word, contact_id);

CREATE TABLE conversation_contact (
  conversation_id INTEGER NOT NULL,
  contact_id INTEGER NOT NULL,
  held_on TEXT,
  PRIMARY KEY (conversation_id, contact_id),
  FOREIGN KEY(conversation_id) REFERENCES conversation (id),
  FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX conversation_contact_by_contact ON conversation_contact (contact_id, held_on, conversation_id);

CREATE INDEX conversation_contact_by_day ON conversation_contact (held_on, contact_id);

CREATE TABLE conversation_tag (
  conversation_id INTEGER NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (conversation_id, word),
  FOREIGN KEY(conversation_id) REFERENCES conversation (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX conversation_tag_word ON conversation_tag (word, conversation_id);

CREATE TABLE event_contact (
  event_id INTEGER NOT NULL,
  part TEXT NOT NULL,
  contact_id INTEGER NOT NULL,
  PRIMARY KEY (event_id, part, contact_id),
  CHECK (part IN ('to_meet', 'met')),
  FOREIGN KEY(event_id) REFERENCES event (id),
  FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX event_contact_by_contact ON event_contact (contact_id, event_id);

CREATE TABLE follow_up (
  notes TEXT,
  private INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  what TEXT NOT NULL,
  due_on TEXT NOT NULL,
  owed_by TEXT NOT NULL,
  status TEXT NOT NULL,
  done_on TEXT,
  dropped_on TEXT,
  snoozed_until TEXT,
  repeat TEXT,
  repeat_from TEXT,
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL,
  conversation_id INTEGER,
  event_id INTEGER,
  CHECK (owed_by IN ('me', 'them')),
  CHECK (status IN ('open', 'done', 'dropped')),
  CHECK (repeat_from IN ('done', 'due')),
  CHECK (due_on IS date(due_on, '+0 days')),
  CHECK (done_on IS date(done_on, '+0 days')),
  CHECK (dropped_on IS date(dropped_on, '+0 days')),
  CHECK (snoozed_until IS date(snoozed_until, '+0 days')),
  CHECK ((status = 'done') = (done_on IS NOT NULL)),
  CHECK ((status = 'dropped') = (dropped_on IS NOT NULL)),
  CHECK ((repeat IS NULL) = (repeat_from IS NULL)),
  CHECK (conversation_id IS NULL OR event_id IS NULL),
  UNIQUE (uid),
  FOREIGN KEY(conversation_id) REFERENCES conversation (id),
  FOREIGN KEY(event_id) REFERENCES event (id)
)
 STRICT;

CREATE INDEX follow_up_by_conversation ON follow_up (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE INDEX follow_up_by_event ON follow_up (event_id) WHERE event_id IS NOT NULL;

CREATE INDEX follow_up_done ON follow_up (done_on, id) WHERE status = 'done';

CREATE INDEX follow_up_open ON follow_up (due_on, id) WHERE status = 'open';

CREATE VIRTUAL TABLE follow_up_text USING fts5(what, notes,
  content='follow_up', content_rowid='id', tokenize='unicode61 remove_diacritics 2');

CREATE TABLE question (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER,
  event_id INTEGER,
  what TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  struck_on TEXT,
  conversation_id INTEGER,
  CHECK ((contact_id IS NULL) <> (event_id IS NULL)),
  CHECK (struck_on IS date(struck_on, '+0 days')),
  FOREIGN KEY(contact_id) REFERENCES contact (id),
  FOREIGN KEY(event_id) REFERENCES event (id),
  FOREIGN KEY(conversation_id) REFERENCES conversation (id)
)
 STRICT;

CREATE INDEX question_by_contact ON question (contact_id, id) WHERE contact_id IS NOT NULL;

CREATE INDEX question_by_conversation ON question (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE INDEX question_by_event ON question (event_id, id) WHERE event_id IS NOT NULL;

CREATE TABLE source (
  format TEXT NOT NULL,
  source_id TEXT NOT NULL,
  contact_id INTEGER NOT NULL,
  seen TEXT NOT NULL,
  PRIMARY KEY (format, source_id),
  FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX source_by_contact ON source (contact_id);

CREATE TABLE follow_up_contact (
  follow_up_id INTEGER NOT NULL,
  contact_id INTEGER NOT NULL,
  PRIMARY KEY (follow_up_id, contact_id),
  FOREIGN KEY(follow_up_id) REFERENCES follow_up (id),
  FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX follow_up_contact_by_contact ON follow_up_contact (contact_id, follow_up_id);

CREATE TABLE follow_up_pin (
  follow_up_id INTEGER NOT NULL,
  pinned_at TEXT NOT NULL,
  PRIMARY KEY (follow_up_id),
  FOREIGN KEY(follow_up_id) REFERENCES follow_up (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE follow_up_tag (
  follow_up_id INTEGER NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (follow_up_id, word),
  FOREIGN KEY(follow_up_id) REFERENCES follow_up (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX follow_up_tag_word ON follow_up_tag (word, follow_up_id);

INSERT INTO cadence VALUES
  ('role', 'mentor', 30),
  ('tag', 'club', 90);

INSERT INTO event VALUES
  (NULL, 0, '2026-01-12T12:00:00.000000Z', '2026-02-09T12:00:00.000000Z', 'Lake Conference', '2026-02-06', '2026-02-08', 'conference', 'in-person', 'presenter', 'attended', 'state', 'Lake Hall', 'https://example.org/lake', 'Lake Association', 'Start small.', 1, '019bb213-ca00-7fac-8e1f-3aa2edd7f78d', 'lake conference'),
  (NULL, 0, '2026-01-12T12:00:00.000000Z', '2026-01-12T12:00:00.000000Z', 'Winter Course', '2026-01-10', '2026-01-10', 'course', 'online', 'attendee', 'attended', NULL, NULL, NULL, NULL, 'Rubrics first.', 2, '019bb213-ca00-72d7-a0c4-d4ddda565738', 'winter course');

INSERT INTO goal VALUES
  (NULL, 0, '2026-01-16T12:00:00.000000Z', '2026-01-16T12:00:00.000000Z', 'Talk more', 'conversations', 'tag:stem', 2, 'week', '2026-01-16', NULL, 'active', 1, '019bc6ad-3a00-722b-bd5b-ed777b3c81e6', 'talk more'),
  (NULL, 0, '2026-01-16T12:00:00.000000Z', '2026-01-16T12:00:00.000000Z', 'Meet people', 'contacts', NULL, 5, 'term', '2026-01-01', '2026-05-31', 'active', 2, '019bc6ad-3a00-7ac8-8639-c20e52dc2b14', 'meet people');

INSERT INTO review VALUES
  ('2026-01-26', '2026-01-26T12:00:00.000000Z');

INSERT INTO review_answer VALUES
  ('2026-02-09', 'c1', 'skipped', '2026-02-18T12:00:00.000000Z');

INSERT INTO step VALUES
  (1, '2026-01-12T12:00:00.000000Z', 'add-contact ''Ada Okafor'' --nickname Addie --organization ''Lake School'' --title ''Robotics teacher'' --email work=ada@example.org --phone 555-0100 --link https://example.org/ada --handle mastod e0e1aaab…', NULL, NULL),
  (2, '2026-01-12T12:00:00.000000Z', 'add-contact ''Zoë 李'' --email zoe@example.org --tag stem --private --notes ''Knits [red] mittens.''', NULL, NULL),
  (3, '2026-01-12T12:00:00.000000Z', 'add-event ''Lake Conference'' --on 2026-02-06..2026-02-08 --kind conference --mode in-person --role presenter --status registered --level state --place ''Lake Hall'' --url https://example.org/la d6b7c8a9…', NULL, NULL),
  (4, '2026-01-12T12:00:00.000000Z', 'add-event ''Winter Course'' --on 2026-01-10 --kind course --mode online --status attended --takeaways ''Rubrics first.'' --met ada', NULL, NULL),
  (5, '2026-01-13T12:00:00.000000Z', 'add-contact ''Bela Sorel'' --met 2026-01-10 --met-at e2 --met-through c1 --met-via ''at the coffee bar'' --status target', NULL, NULL),
  (6, '2026-01-14T12:00:00.000000Z', 'add-conversation ''About grading by project'' --with c1 --on 2026-01-14 --kind call --event e2 --tag grading --notes ''She has a rubric.''', NULL, NULL),
  (7, '2026-01-15T12:00:00.000000Z', 'log ''yesterday: coffee with Ada Okafor and Zoë 李, promised the rubric by Friday #club''', NULL, NULL),
  (8, '2026-01-16T12:00:00.000000Z', 'add-follow-up ''Send the slides'' --with c1 --due 2026-01-20 --repeat 2w --repeat-from due --tag slides', NULL, NULL),
  (9, '2026-01-16T12:00:00.000000Z', 'add-follow-up ''Lend the kit'' --with c2 --from e2 --theirs --due 2026-03-30 --private', NULL, NULL),
  (10, '2026-01-16T12:00:00.000000Z', 'add-goal ''Talk more'' --count conversations --per week --target 2 --where tag:stem --tag habit', NULL, NULL),
  (11, '2026-01-16T12:00:00.000000Z', 'add-goal ''Meet people'' --count contacts --per term --target 5 --on 2026-01-01..2026-05-31', NULL, NULL),
  (12, '2026-01-16T12:00:00.000000Z', 'cadence role:mentor 30d', NULL, NULL),
  (13, '2026-01-16T12:00:00.000000Z', 'cadence tag:club 90d', NULL, NULL),
  (14, '2026-01-17T12:00:00.000000Z', 'ask ada ''How did the pilot go?''', NULL, NULL),
  (15, '2026-01-17T12:00:00.000000Z', 'ask lake ''Is there a stage?''', NULL, NULL),
  (16, '2026-01-20T12:00:00.000000Z', 'done f2 --note ''sent by mail'' --log', NULL, NULL),
  (17, '2026-01-21T12:00:00.000000Z', 'snooze c3 2026-03-09', NULL, NULL),
  (18, '2026-01-21T12:00:00.000000Z', 'pin c1 f3', NULL, NULL),
  (19, '2026-01-26T12:00:00.000000Z', 'review --done', NULL, NULL),
  (20, '2026-02-09T12:00:00.000000Z', 'debrief lake --met zoe --takeaways ''Start small.'' --follow-up ''Write to the chair''', NULL, NULL),
  (21, '2026-02-10T12:00:00.000000Z', 'edit c1 ''title=Head of robotics'' tag-=club tag+=lead', NULL, NULL),
  (22, '2026-02-11T12:00:00.000000Z', 'add-contact ''Nobody Anymore'' --tag old --notes ''walks dogs''', NULL, NULL),
  (23, '2026-02-11T12:00:00.000000Z', 'delete c4', NULL, NULL),
  (24, '2026-02-12T12:00:00.000000Z', 'add-conversation ''Deleted and back'' --with c2 --on 2026-02-11', NULL, NULL),
  (25, '2026-02-12T12:00:00.000000Z', 'delete t3', NULL, NULL),
  (26, '2026-02-12T12:00:00.000000Z', 'undo', NULL, 25),
  (27, '2026-02-13T12:00:00.000000Z', 'tag c3 newcomer', NULL, NULL),
  (28, '2026-02-13T12:00:00.000000Z', 'undo', NULL, 27),
  (29, '2026-02-13T12:00:00.000000Z', 'redo', NULL, 28),
  (30, '2026-02-14T12:00:00.000000Z', 'import linkedin /tmp/fx/c.csv --tag linkedin', NULL, NULL),
  (31, '2026-02-16T12:00:00.000000Z', 'add-contact ''Gone Again''', 'import-7', NULL),
  (32, '2026-02-16T12:00:00.000000Z', 'undo', NULL, 31),
  (33, '2026-02-17T12:00:00.000000Z', 'drop f5', NULL, NULL),
  (34, '2026-02-18T12:00:00.000000Z', 'review -i', NULL, NULL);

INSERT INTO change VALUES
  (1, 1, 'insert', 'contact', '1', NULL, '{"birthday":"--02-29","cadence":42,"created_at":"2026-01-12T12:00:00.000000Z","id":1,"level":"building","met_on":"2024-03-12","name":"Ada Okafor","nickname":"Addie","notes":"Plays chess.\nLikes \"tea\" & it''s hot.","organization":"Lake School","private":0,"region":"Ohio","sector":"education","setting":"rural","specialty":"robotics","status":"active","tier":"inner","title":"Robotics teacher","uid":"019bb213-ca00-7235-bb41-0b72f1a6d005","updated_at":"2026-01-12T12:00:00.000000Z"}', '443e52bc0f9ad2b4e08808c96e924d8801deb5776d8ff6bd337067f8fc53a198'),
  (2, 1, 'insert', 'contact_channel', '[1,"email","ada@example.org"]', NULL, '{"contact_id":1,"kind":"email","label":"work","position":0,"value":"ada@example.org"}', '9ce600c4a61a36f795692a70f7271f612605fa91e43404271ceccfccf8510e7a'),
  (3, 1, 'insert', 'contact_channel', '[1,"phone","555-0100"]', NULL, '{"contact_id":1,"kind":"phone","label":"","position":0,"value":"555-0100"}', 'a1f9330dd07621e325926a8775434a7b95309054e28601ac51aca3df7d9ac584'),
  (4, 1, 'insert', 'contact_channel', '[1,"link","https://example.org/ada"]', NULL, '{"contact_id":1,"kind":"link","label":"","position":0,"value":"https://example.org/ada"}', 'd20d352d82911350dea304b8f21e2434e454bd748c6d74aa15b490c6a0dd476a'),
  (5, 1, 'insert', 'contact_channel', '[1,"handle","@ada"]', NULL, '{"contact_id":1,"kind":"handle","label":"mastodon","position":0,"value":"@ada"}', '27ac1eef84644ff28e8997f374b259c55958751d2d183dafdb12463e99a41aba'),
  (6, 1, 'insert', 'contact_role', '[1,"mentor","2024-09-01"]', NULL, '{"contact_id":1,"role":"mentor","since":"2024-09-01"}', 'f52c1fdde8a174f554ce488af3a024a4564feff08257e40dd063ae085830084d'),
  (7, 1, 'insert', 'contact_role', '[1,"co-author","2022-01-01"]', NULL, '{"contact_id":1,"role":"co-author","since":"2022-01-01","until":"2023-06-30"}', '545a9628d9e18affe93b7da2bc4041f2dea38dbda6a5a2f1752ed05e14fe732f'),
  (8, 1, 'insert', 'contact_tag', '[1,"stem"]', NULL, '{"contact_id":1,"word":"stem"}', '7a55888b832fbcf966b245d50a0a4aa1800a716d20c133d26da3324ac36acfbf'),
  (9, 1, 'insert', 'contact_tag', '[1,"club"]', NULL, '{"contact_id":1,"word":"club"}', 'fd04d0078791c4188dd64d95e209365b4c427a3771ca3990efeb4daddb7fb3a3'),
  (10, 2, 'insert', 'contact', '2', NULL, '{"created_at":"2026-01-12T12:00:00.000000Z","id":2,"name":"Zoë 李","notes":"Knits [red] mittens.","private":1,"status":"active","uid":"019bb213-ca00-7753-9c2a-ae40f8aedfbd","updated_at":"2026-01-12T12:00:00.000000Z"}', 'b3f281d5c4725d793c5d4447406c015c90bc38f26da3d71f983fb76276502ef1'),
  (11, 2, 'insert', 'contact_channel', '[2,"email","zoe@example.org"]', NULL, '{"contact_id":2,"kind":"email","label":"","position":0,"value":"zoe@example.org"}', 'c614d0cb236464fbc091217aeafe81c8d6b66c3df97579d65389fc00954776c5'),
  (12, 2, 'insert', 'contact_tag', '[2,"stem"]', NULL, '{"contact_id":2,"word":"stem"}', '61d0799051ca739055785d282d7ffc5a9c652773a15d16fa0e26f2567b26e9c4'),
  (13, 3, 'insert', 'event', '1', NULL, '{"created_at":"2026-01-12T12:00:00.000000Z","ends_on":"2026-02-08","id":1,"kind":"conference","level":"state","mode":"in-person","name":"Lake Conference","organizer":"Lake Association","place":"Lake Hall","private":0,"role":"presenter","starts_on":"2026-02-06","status":"registered","uid":"019bb213-ca00-7fac-8e1f-3aa2edd7f78d","updated_at":"2026-01-12T12:00:00.000000Z","url":"https://example.org/lake"}', 'bcf0751f8d78372e0c2b71afd29f9b9c0f4a12921852459cede454b7db0fbcb4'),
  (14, 3, 'insert', 'event_contact', '[1,"to_meet",2]', NULL, '{"contact_id":2,"event_id":1,"part":"to_meet"}', '9ccd005503b3caa718b83285f910d8cc145b2ee4b10917a38abff43fa3a7adc5'),
  (15, 3, 'insert', 'event_tag', '[1,"stem"]', NULL, '{"event_id":1,"word":"stem"}', 'dad20eb70ef905511e0655ad514aab7f638702562033f0c2d3fe128cd11d85b7'),
  (16, 4, 'insert', 'event', '2', NULL, '{"created_at":"2026-01-12T12:00:00.000000Z","ends_on":"2026-01-10","id":2,"kind":"course","mode":"online","name":"Winter Course","private":0,"role":"attendee","starts_on":"2026-01-10","status":"attended","takeaways":"Rubrics first.","uid":"019bb213-ca00-72d7-a0c4-d4ddda565738","updated_at":"2026-01-12T12:00:00.000000Z"}', '9b459c91bf3f2f3bed0918621dffde47bd9970e2316dc8b3391bab4bbe01fdae'),
  (17, 4, 'insert', 'event_contact', '[2,"met",1]', NULL, '{"contact_id":1,"event_id":2,"part":"met"}', '7a4cf079db904c7b53c0eb7abe8ea7a6d46833b969fcad03d2c96283b0fc9895'),
  (18, 5, 'insert', 'contact', '3', NULL, '{"created_at":"2026-01-13T12:00:00.000000Z","id":3,"met_event_id":2,"met_on":"2026-01-10","met_through_id":1,"met_via":"at the coffee bar","name":"Bela Sorel","private":0,"status":"target","uid":"019bb73a-2600-74e7-bc96-d14ce9c49229","updated_at":"2026-01-13T12:00:00.000000Z"}', '8ddf1f2323f598bec88054fe0f106fd1cd8f0f1f473a0d17bc4078982c05df38'),
  (19, 6, 'insert', 'conversation', '1', NULL, '{"created_at":"2026-01-14T12:00:00.000000Z","event_id":2,"held_on":"2026-01-14","id":1,"kind":"call","notes":"She has a rubric.","private":0,"summary":"About grading by project","uid":"019bbc60-8200-7dcf-8a23-99b0bf2a9f61","updated_at":"2026-01-14T12:00:00.000000Z"}', '8e5a252547a4b75c536fbc84a6bba12415a08ba2e2822a222958e59f96f5fa17'),
  (20, 6, 'insert', 'conversation_contact', '[1,1]', NULL, '{"contact_id":1,"conversation_id":1}', '100a102a332d2e9583530a7662198a61b53f0e30785404e54657432e01ed73a3'),
  (21, 6, 'insert', 'conversation_tag', '[1,"grading"]', NULL, '{"conversation_id":1,"word":"grading"}', '899b07130276537aeb1ac69b38776cd39755e293c0672c6c64d154e2f32966d7'),
  (22, 7, 'insert', 'conversation', '2', NULL, '{"created_at":"2026-01-15T12:00:00.000000Z","held_on":"2026-01-14","id":2,"kind":"meeting","private":0,"summary":"coffee with Ada Okafor and Zoë 李, promised the rubric by Friday","uid":"019bc186-de00-7844-a561-4717dba5c2e1","updated_at":"2026-01-15T12:00:00.000000Z"}', 'da3faa0fe754459d53f700ba02f86a1e4b5aebbc78ab6320ea173480c957bf8d'),
  (23, 7, 'insert', 'conversation_contact', '[2,1]', NULL, '{"contact_id":1,"conversation_id":2}', '32b3dbc952d9542db45d0a4c85277517ce98585e6f377ba2b2960eac18e58902'),
  (24, 7, 'insert', 'conversation_contact', '[2,2]', NULL, '{"contact_id":2,"conversation_id":2}', '2cfa75ae0f2fc4342a2edbca8e0c6025c29d020060e604c7d665f36f57336b42'),
  (25, 7, 'insert', 'conversation_tag', '[2,"club"]', NULL, '{"conversation_id":2,"word":"club"}', 'dc76af38e029c5debe99f95fa5c50e5141536ded2d92e06f3159990b4ba443e3'),
  (26, 7, 'insert', 'follow_up', '1', NULL, '{"conversation_id":2,"created_at":"2026-01-15T12:00:00.000000Z","due_on":"2026-01-16","id":1,"owed_by":"me","private":0,"status":"open","uid":"019bc186-de00-7b86-aa60-3991a25ea212","updated_at":"2026-01-15T12:00:00.000000Z","what":"the rubric"}', 'b465e5dc4e84f05e50f4ca3c82b8bc30a52b66304c1bf14024773824ea506bc4'),
  (27, 7, 'insert', 'follow_up_contact', '[1,1]', NULL, '{"contact_id":1,"follow_up_id":1}', '810750e286a1e35fa734e5e7f0e5148fce75f0dcd5173c2e9e3d5c3dbcc7e658'),
  (28, 7, 'insert', 'follow_up_contact', '[1,2]', NULL, '{"contact_id":2,"follow_up_id":1}', '16e55ee97729ed4ee78b6cf30d6d6622b5f44e7562862ba0ddd67c6b12aab337'),
  (29, 8, 'insert', 'follow_up', '2', NULL, '{"created_at":"2026-01-16T12:00:00.000000Z","due_on":"2026-01-20","id":2,"owed_by":"me","private":0,"repeat":"2w","repeat_from":"due","status":"open","uid":"019bc6ad-3a00-7fce-9017-c2ea0bcc60c9","updated_at":"2026-01-16T12:00:00.000000Z","what":"Send the slides"}', '68fa92207d8cafa9a031b3bb8e22c09b1f12d0aef08d0ab97c76dfb45ce6e4d5'),
  (30, 8, 'insert', 'follow_up_contact', '[2,1]', NULL, '{"contact_id":1,"follow_up_id":2}', '2104f1bdc07f0521c1ac644191b0bff19ac0ca9f4a3ba6fdc52ad5f83dff9c6e'),
  (31, 8, 'insert', 'follow_up_tag', '[2,"slides"]', NULL, '{"follow_up_id":2,"word":"slides"}', 'f7b269a44aba6ca8ab5e8e3601917970ed248428b09c91744049b027cbf9a8c1'),
  (32, 9, 'insert', 'follow_up', '3', NULL, '{"created_at":"2026-01-16T12:00:00.000000Z","due_on":"2026-03-30","event_id":2,"id":3,"owed_by":"them","private":1,"status":"open","uid":"019bc6ad-3a00-7b09-acde-14717853c8ca","updated_at":"2026-01-16T12:00:00.000000Z","what":"Lend the kit"}', '785305402b8473d1896ccdc456d1b92f5c588a4aba5ace372c7b20dfa08158e4'),
  (33, 9, 'insert', 'follow_up_contact', '[3,2]', NULL, '{"contact_id":2,"follow_up_id":3}', '5587eaf4158adb9f95bad32571a74b06b6bdcb99a7d98ee495a02356968a6529'),
  (34, 10, 'insert', 'goal', '1', NULL, '{"count":"conversations","created_at":"2026-01-16T12:00:00.000000Z","id":1,"per":"week","private":0,"starts_on":"2026-01-16","status":"active","target":2,"title":"Talk more","uid":"019bc6ad-3a00-722b-bd5b-ed777b3c81e6","updated_at":"2026-01-16T12:00:00.000000Z","where":"tag:stem"}', 'ca0ad55eccf69f5a7a97ebe60144eb7fd6e19f8e8f7aeccb2785f2456d86a811'),
  (35, 10, 'insert', 'goal_tag', '[1,"habit"]', NULL, '{"goal_id":1,"word":"habit"}', 'a5facaf360a1ff02201df40bebcd416a75a15e6c70b2869f461c70ac41bc3b8d'),
  (36, 11, 'insert', 'goal', '2', NULL, '{"count":"contacts","created_at":"2026-01-16T12:00:00.000000Z","ends_on":"2026-05-31","id":2,"per":"term","private":0,"starts_on":"2026-01-01","status":"active","target":5,"title":"Meet people","uid":"019bc6ad-3a00-7ac8-8639-c20e52dc2b14","updated_at":"2026-01-16T12:00:00.000000Z"}', 'ac1ec395d719942e7dafea1a17cd69648dcc484c30c9fe368cf8b2c6225d5af6'),
  (37, 12, 'insert', 'cadence', '["role","mentor"]', NULL, '{"days":30,"kind":"role","word":"mentor"}', '40e15152a50fab6170cad449a7c00fd75e7c94e2eb89aeff1e828cbc723ec2f4'),
  (38, 13, 'insert', 'cadence', '["tag","club"]', NULL, '{"days":90,"kind":"tag","word":"club"}', '7abdef07878810251d94beefb6ebc6fb71cd05f4f8728f5a51295cc82133dfa8'),
  (39, 14, 'insert', 'question', '1', NULL, '{"contact_id":1,"id":1,"noted_at":"2026-01-17T12:00:00.000000Z","what":"How did the pilot go?"}', '23840fb1e2a4bbf5414c5f53818e011190e54999be49e6af2e85b33a55d8808a'),
  (40, 15, 'insert', 'question', '2', NULL, '{"event_id":1,"id":2,"noted_at":"2026-01-17T12:00:00.000000Z","what":"Is there a stage?"}', 'e2c2172ecdc05df57176a21498b6610cccc3a1a63870e81d57c92be5deebec07'),
  (41, 16, 'update', 'follow_up', '2', '{"done_on":null,"notes":null,"status":"open"}', '{"done_on":"2026-01-20","notes":"sent by mail","status":"done"}', '91c54d4dfafd60aea5892d3c16f2736e07f6ec0c7b279e647171e70b78443d32'),
  (42, 16, 'update', 'follow_up', '2', '{"updated_at":"2026-01-16T12:00:00.000000Z"}', '{"updated_at":"2026-01-20T12:00:00.000000Z"}', '871f7baa51445c79e27375fefba8dc377372f62a06a1a8cc6a074bb07b68bdae'),
  (43, 16, 'insert', 'follow_up', '4', NULL, '{"created_at":"2026-01-20T12:00:00.000000Z","due_on":"2026-02-03","id":4,"owed_by":"me","private":0,"repeat":"2w","repeat_from":"due","status":"open","uid":"019bdb46-aa00-79c4-9b07-6a4659ec669c","updated_at":"2026-01-20T12:00:00.000000Z","what":"Send the slides"}', 'a68596722cdf4d2b0856de6bab9800eeb4029b23a0b5f2fe10e0773221b9dfd0'),
  (44, 16, 'insert', 'follow_up_contact', '[4,1]', NULL, '{"contact_id":1,"follow_up_id":4}', '7014680b7d0e6e5f4b2d49a08176ae1ca794634e40a9ab58e6bff5975dfa96b5'),
  (45, 16, 'insert', 'follow_up_tag', '[4,"slides"]', NULL, '{"follow_up_id":4,"word":"slides"}', 'c2e820774d34d2c8ff7bcfb1c5874d9081224572a4aa0c5037e542ce905fc087'),
  (46, 16, 'insert', 'conversation', '3', NULL, '{"created_at":"2026-01-20T12:00:00.000000Z","held_on":"2026-01-20","id":3,"kind":"message","private":0,"summary":"sent by mail","uid":"019bdb46-aa00-716c-924f-ead553d81bb7","updated_at":"2026-01-20T12:00:00.000000Z"}', '6c8fb58693b707956f37185d9d5bf82f635cca3582dd399d95e6edc6d84a0679'),
  (47, 16, 'insert', 'conversation_contact', '[3,1]', NULL, '{"contact_id":1,"conversation_id":3}', '939a53696d82f3b8ad4bd582556fe8f393d5de012fc6cfa4153725b72b894583'),
  (48, 16, 'update', 'question', '1', '{"conversation_id":null,"struck_on":null}', '{"conversation_id":3,"struck_on":"2026-01-20"}', '4a818e121984448ce1f670b3817fe8c14fcfd877bd673a535c5b37d10c62d884'),
  (49, 17, 'update', 'contact', '3', '{"snoozed_until":null}', '{"snoozed_until":"2026-03-09"}', 'deebc9a9cea935d65bc4b12d6e13382446abcbc0aa2f9f05191342e15b87b247'),
  (50, 17, 'update', 'contact', '3', '{"updated_at":"2026-01-13T12:00:00.000000Z"}', '{"updated_at":"2026-01-21T12:00:00.000000Z"}', '735bbb699a030340ed5512e7a5e5044206a59eb3981b311707614022a1622bac'),
  (51, 18, 'insert', 'contact_pin', '[1]', NULL, '{"contact_id":1,"pinned_at":"2026-01-21T12:00:00.000000Z"}', '82aa742cd56599699cdab02c4dea52354ac9e96f28f6bb3e5aabff2cb602813f'),
  (52, 18, 'insert', 'follow_up_pin', '[3]', NULL, '{"follow_up_id":3,"pinned_at":"2026-01-21T12:00:00.000000Z"}', '03706ed53659c6696119f93d39f0f689889948744f08065b22d9229764747d2b'),
  (53, 19, 'insert', 'review', '["2026-01-26"]', NULL, '{"reviewed_at":"2026-01-26T12:00:00.000000Z","week_on":"2026-01-26"}', '8a27ddc011046ba0d6323652a7cb3a1de34e3644f6d7aeef8cac3f8f8d51ca9d'),
  (54, 20, 'update', 'event', '1', '{"status":"registered","takeaways":null}', '{"status":"attended","takeaways":"Start small."}', '2fdf73cabe14b0c0745195ae5ed15bb3f5d708220ddf45c514623c55a1b26187'),
  (55, 20, 'insert', 'event_contact', '[1,"met",2]', NULL, '{"contact_id":2,"event_id":1,"part":"met"}', 'b9def09d366d75999f2ed7ca8d3db28dd8590500f2a4aaf77ad4cff35c09f8f8'),
  (56, 20, 'update', 'event', '1', '{"updated_at":"2026-01-12T12:00:00.000000Z"}', '{"updated_at":"2026-02-09T12:00:00.000000Z"}', 'cd470f40b5dd3c03ca7240f2da686024cb6471fa5abbdf618fc8ac735ad2796a'),
  (57, 20, 'insert', 'follow_up', '5', NULL, '{"created_at":"2026-02-09T12:00:00.000000Z","due_on":"2026-02-16","event_id":1,"id":5,"owed_by":"me","private":0,"status":"open","uid":"019c4245-da00-756f-8fec-388c181d5d47","updated_at":"2026-02-09T12:00:00.000000Z","what":"Write to the chair"}', 'c49d09422c692d1ba6581fec9b1a8bc2165c428916336584d4c40e8889fe79dd'),
  (58, 20, 'update', 'question', '2', '{"struck_on":null}', '{"struck_on":"2026-02-09"}', 'eb58133b2f713a0056463c8383500bfe1b7eab2a5c1c0bf1cb1cdb93e573ac9b'),
  (59, 20, 'insert', 'debrief', '[1]', NULL, '{"event_id":1,"held_on":"2026-02-09"}', 'fee5ce759f24d5ae061cffa48801ceebc37e312cf080aed5cffb37d150efac1d'),
  (60, 21, 'update', 'contact', '1', '{"title":"Robotics teacher"}', '{"title":"Head of robotics"}', 'b78e42dcda8d32bec808521a769d0b6736decf778498226d1fcee6f455987bcc'),
  (61, 21, 'delete', 'contact_tag', '[1,"club"]', '{"contact_id":1,"word":"club"}', NULL, '9235ff8031d8e22a2c9691270320c0772ebf24356521579e52dffa50483b01a8'),
  (62, 21, 'insert', 'contact_tag', '[1,"lead"]', NULL, '{"contact_id":1,"word":"lead"}', '8591eefe1fcfc46d44c51db2f8ff6746f71d91da82536a5c3da9ed9622c72a8c'),
  (63, 21, 'update', 'contact', '1', '{"updated_at":"2026-01-12T12:00:00.000000Z"}', '{"updated_at":"2026-02-10T12:00:00.000000Z"}', '2c065e5279f3d38f3c4487d04eeee8cc7949f25c5f5975263cb953549aac5c26'),
  (64, 22, 'insert', 'contact', '4', NULL, '{"created_at":"2026-02-11T12:00:00.000000Z","id":4,"name":"Nobody Anymore","notes":"walks dogs","private":0,"status":"active","uid":"019c4c92-9200-7139-972d-4ed8a628128e","updated_at":"2026-02-11T12:00:00.000000Z"}', '0973b05573a9f3056e5a0ed2fadf08d5a32488894aa9daede79111cc187e9a9c'),
  (65, 22, 'insert', 'contact_tag', '[4,"old"]', NULL, '{"contact_id":4,"word":"old"}', '7be749725b4d33ec19cf32bc9846da7194edad4083127e22cde46f3bb5d4a638'),
  (66, 23, 'delete', 'contact_tag', '[4,"old"]', '{"contact_id":4,"word":"old"}', NULL, '07069fde15a88cb88d4d2bfff528b949e60fb899ff9c81fc5034b397dd882481'),
  (67, 23, 'delete', 'contact', '4', '{"created_at":"2026-02-11T12:00:00.000000Z","id":4,"name":"Nobody Anymore","notes":"walks dogs","private":0,"status":"active","uid":"019c4c92-9200-7139-972d-4ed8a628128e","updated_at":"2026-02-11T12:00:00.000000Z"}', NULL, '7486a98ecdd741d8b3c404213ca9a1c63bf3256d18668ce0555fdcd3b03af104'),
  (68, 24, 'insert', 'conversation', '4', NULL, '{"created_at":"2026-02-12T12:00:00.000000Z","held_on":"2026-02-11","id":4,"kind":"meeting","private":0,"summary":"Deleted and back","uid":"019c51b8-ee00-7fd3-855f-7cec9540783e","updated_at":"2026-02-12T12:00:00.000000Z"}', '394c2e9cb36b33789a457a4aee91b8c52d87049e68b8b57541146d7dbf35d4f5'),
  (69, 24, 'insert', 'conversation_contact', '[4,2]', NULL, '{"contact_id":2,"conversation_id":4}', '87b73dfe801c2173b0a29e6afddc242ad92c8c4c38e938b2aa42980d01ba8d5b'),
  (70, 25, 'update', 'question', '1', '{"conversation_id":3,"struck_on":"2026-01-20"}', '{"conversation_id":null,"struck_on":null}', 'bcb577ec896359dc777e6ccc1fc61b71553d93c5a355057dbe37c693d67dd87b'),
  (71, 25, 'delete', 'conversation_contact', '[3,1]', '{"contact_id":1,"conversation_id":3}', NULL, 'dbd54089538d602428f554915aee9a432e755e7dfb76fa4e3f0f175ea514dfc8'),
  (72, 25, 'delete', 'conversation', '3', '{"created_at":"2026-01-20T12:00:00.000000Z","held_on":"2026-01-20","id":3,"kind":"message","private":0,"summary":"sent by mail","uid":"019bdb46-aa00-716c-924f-ead553d81bb7","updated_at":"2026-01-20T12:00:00.000000Z"}', NULL, '0ad859d7ccec62200216501e8ce885ee5c81a48b0a95d25a628945f583069f52'),
  (73, 26, 'insert', 'conversation', '3', NULL, '{"created_at":"2026-01-20T12:00:00.000000Z","held_on":"2026-01-20","id":3,"kind":"message","private":0,"summary":"sent by mail","uid":"019bdb46-aa00-716c-924f-ead553d81bb7","updated_at":"2026-01-20T12:00:00.000000Z"}', '80b36ab5afc91051a3cc50e95ec2bf2b33649ccac5592feb81d1bfc0200ce106'),
  (74, 26, 'insert', 'conversation_contact', '[3,1]', NULL, '{"contact_id":1,"conversation_id":3}', '3a6cedc580ebbb7250c4124191ac7532173957c2bb04efdd55b7bd54b27038f7'),
  (75, 26, 'update', 'question', '1', '{"conversation_id":null,"struck_on":null}', '{"conversation_id":3,"struck_on":"2026-01-20"}', '488f2cd8947af9b574116d8c58ca2040b7ef1c53d8b9d2a3f6ff7300749dde8a'),
  (76, 27, 'insert', 'contact_tag', '[3,"newcomer"]', NULL, '{"contact_id":3,"word":"newcomer"}', '1b361ad4bf8d35529f2f779e839e5dfb46e3ad4f59e942bc4784c8c5d033407d'),
  (77, 27, 'update', 'contact', '3', '{"updated_at":"2026-01-21T12:00:00.000000Z"}', '{"updated_at":"2026-02-13T12:00:00.000000Z"}', '405d6c7c446101cc7e26c92333f6ff186cc9a556d52090d44075ca7199960e6e'),
  (78, 28, 'update', 'contact', '3', '{"updated_at":"2026-02-13T12:00:00.000000Z"}', '{"updated_at":"2026-01-21T12:00:00.000000Z"}', '37d85dc7a4af1b1e7b7d055bf346fbf7826cafa1d4a50d92e8ff2126bc578b3b'),
  (79, 28, 'delete', 'contact_tag', '[3,"newcomer"]', '{"contact_id":3,"word":"newcomer"}', NULL, '7581d37431a9413b9fa0f9bd5c1fdfc13a9bbd9d06217daf52bf3043f9ffa9f8'),
  (80, 29, 'insert', 'contact_tag', '[3,"newcomer"]', NULL, '{"contact_id":3,"word":"newcomer"}', 'ee16b95d32d5b58dabc4258fefca35ea0477cb987be79201c44d1592f94ad2b4'),
  (81, 29, 'update', 'contact', '3', '{"updated_at":"2026-01-21T12:00:00.000000Z"}', '{"updated_at":"2026-02-13T12:00:00.000000Z"}', 'a44bbccca099546ea459da342bef505292ef01214dd913e88f625d5f42043898'),
  (82, 30, 'insert', 'contact', '5', NULL, '{"created_at":"2026-02-14T12:00:00.000000Z","id":5,"met_on":"2025-02-03","met_via":"LinkedIn","name":"Chidi Able","organization":"North School","private":0,"status":"active","title":"Teacher","uid":"019c5c05-a600-7b53-bf6e-f8ce1ff289e0","updated_at":"2026-02-14T12:00:00.000000Z"}', '1db6492bd96593c5f3533c629726143fdd244866d4d46d880ac3dd82c2dd2dfe'),
  (83, 30, 'insert', 'contact_channel', '[5,"email","chidi@example.org"]', NULL, '{"contact_id":5,"kind":"email","label":"","position":0,"value":"chidi@example.org"}', 'bf29443ef05d15f05e6cb4975a3acea659fbae6f31f2348966117e775203e77e'),
  (84, 30, 'insert', 'contact_channel', '[5,"link","https://www.linkedin.com/in/chidi-able"]', NULL, '{"contact_id":5,"kind":"link","label":"linkedin","position":0,"value":"https://www.linkedin.com/in/chidi-able"}', '365c5cb4ce82175d905f536225dd10d14805c35ca36227820c0f0e05ab3b881a'),
  (85, 30, 'insert', 'contact_tag', '[5,"linkedin"]', NULL, '{"contact_id":5,"word":"linkedin"}', '0631e83f8ed8fd0e2ac326d174514e810595c8b45deb312e586ab2bb0112f179'),
  (86, 30, 'insert', 'source', '["linkedin","linkedin.com/in/chidi-able"]', NULL, '{"contact_id":5,"format":"linkedin","seen":"{\"emails\": [\"chidi@example.org\"], \"links\": [\"https://www.linkedin.com/in/chidi-able\"], \"met_on\": \"2025-02-03\", \"name\": \"Chidi Able\", \"organization\": \"North School\", \"title\": \"Teacher\"}","source_id":"linkedin.com/in/chidi-able"}', '58ddc47af8f29b26cb5444bda4c5fdcb44d841cc82b87ab5382803eec3227d8a'),
  (87, 31, 'insert', 'contact', '6', NULL, '{"created_at":"2026-02-16T12:00:00.000000Z","id":6,"name":"Gone Again","private":0,"status":"active","uid":"019c6652-5e00-7cc6-bdd9-2f85bff12836","updated_at":"2026-02-16T12:00:00.000000Z"}', '99820825103f0e11dcf9441e9946d7f899d174cceb66f9d0d5d1430a2b2b90fe'),
  (88, 32, 'delete', 'contact', '6', '{"created_at":"2026-02-16T12:00:00.000000Z","id":6,"name":"Gone Again","private":0,"status":"active","uid":"019c6652-5e00-7cc6-bdd9-2f85bff12836","updated_at":"2026-02-16T12:00:00.000000Z"}', NULL, '2040b2d86baa59ca4d99d8b63bbe839bc5b9b7d6d8ca6fafcd971e1fe5755197'),
  (89, 33, 'update', 'follow_up', '5', '{"dropped_on":null,"status":"open"}', '{"dropped_on":"2026-02-17","status":"dropped"}', '77a56df56f9f8eb2ac1fb29e44070faa4aa14d700239584fb76c8b64d8140fa3'),
  (90, 33, 'update', 'follow_up', '5', '{"updated_at":"2026-02-09T12:00:00.000000Z"}', '{"updated_at":"2026-02-17T12:00:00.000000Z"}', 'f8c9d1163ef6648ce7a10baa0616188cc211c0d49bb61ab55bc8158709f563ba'),
  (91, 34, 'insert', 'review_answer', '["2026-02-09","c1"]', NULL, '{"answer":"skipped","answered_at":"2026-02-18T12:00:00.000000Z","ref":"c1","week_on":"2026-02-09"}', '166969f973c26973e8dc2aa155b11f96741d47d1588d85f3ef019041b8816ab4');

INSERT INTO contact VALUES
  ('Plays chess.
Likes "tea" & it''s hot.', 0, '2026-01-12T12:00:00.000000Z', '2026-02-10T12:00:00.000000Z', 'Ada Okafor', 'Addie', 'Lake School', 'Head of robotics', 'Ohio', 'rural', 'education', 'robotics', 'building', '2024-03-12', NULL, 42, 'inner', 'active', '--02-29', NULL, 1, '019bb213-ca00-7235-bb41-0b72f1a6d005', NULL, NULL, 'ada okafor', 'addie', '2026-01-20', '2026-03-03', '2024-03-12'),
  ('Knits [red] mittens.', 1, '2026-01-12T12:00:00.000000Z', '2026-01-12T12:00:00.000000Z', 'Zoë 李', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'active', NULL, NULL, 2, '019bb213-ca00-7753-9c2a-ae40f8aedfbd', NULL, NULL, 'zoe 李', NULL, '2026-02-11', NULL, '2026-01-14'),
  (NULL, 0, '2026-01-13T12:00:00.000000Z', '2026-02-13T12:00:00.000000Z', 'Bela Sorel', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-01-10', 'at the coffee bar', NULL, NULL, 'target', NULL, '2026-03-09', 3, '019bb73a-2600-74e7-bc96-d14ce9c49229', 2, 1, 'bela sorel', NULL, NULL, '2026-03-09', '2026-01-10'),
  (NULL, 0, '2026-02-14T12:00:00.000000Z', '2026-02-14T12:00:00.000000Z', 'Chidi Able', NULL, 'North School', 'Teacher', NULL, NULL, NULL, NULL, NULL, '2025-02-03', 'LinkedIn', NULL, NULL, 'active', NULL, NULL, 5, '019c5c05-a600-7b53-bf6e-f8ce1ff289e0', NULL, NULL, 'chidi able', NULL, NULL, NULL, '2025-02-03');

INSERT INTO conversation VALUES
  ('She has a rubric.', 0, '2026-01-14T12:00:00.000000Z', '2026-01-14T12:00:00.000000Z', '2026-01-14', 'call', 'About grading by project', 1, '019bbc60-8200-7dcf-8a23-99b0bf2a9f61', 2),
  (NULL, 0, '2026-01-15T12:00:00.000000Z', '2026-01-15T12:00:00.000000Z', '2026-01-14', 'meeting', 'coffee with Ada Okafor and Zoë 李, promised the rubric by Friday', 2, '019bc186-de00-7844-a561-4717dba5c2e1', NULL),
  (NULL, 0, '2026-01-20T12:00:00.000000Z', '2026-01-20T12:00:00.000000Z', '2026-01-20', 'message', 'sent by mail', 3, '019bdb46-aa00-716c-924f-ead553d81bb7', NULL),
  (NULL, 0, '2026-02-12T12:00:00.000000Z', '2026-02-12T12:00:00.000000Z', '2026-02-11', 'meeting', 'Deleted and back', 4, '019c51b8-ee00-7fd3-855f-7cec9540783e', NULL);

INSERT INTO debrief VALUES
  (1, '2026-02-09');

INSERT INTO event_tag VALUES
  (1, 'stem');

INSERT INTO goal_tag VALUES
  (1, 'habit');

INSERT INTO contact_channel VALUES
  (1, 'email', 'ada@example.org', 'work', 0, 'ada@example.org'),
  (1, 'handle', '@ada', 'mastodon', 0, '@ada'),
  (1, 'link', 'https://example.org/ada', '', 0, 'https://example.org/ada'),
  (1, 'phone', '555-0100', '', 0, '555-0100'),
  (2, 'email', 'zoe@example.org', '', 0, 'zoe@example.org'),
  (5, 'email', 'chidi@example.org', '', 0, 'chidi@example.org'),
  (5, 'link', 'https://www.linkedin.com/in/chidi-able', 'linkedin', 0, 'https://www.linkedin.com/in/chidi-able');

INSERT INTO contact_pin VALUES
  (1, '2026-01-21T12:00:00.000000Z');

INSERT INTO contact_role VALUES
  (1, 'co-author', '2022-01-01', '2023-06-30'),
  (1, 'mentor', '2024-09-01', NULL);

INSERT INTO contact_tag VALUES
  (1, 'lead'),
  (1, 'stem'),
  (2, 'stem'),
  (3, 'newcomer'),
  (5, 'linkedin');

INSERT INTO conversation_contact VALUES
  (1, 1, '2026-01-14'),
  (2, 1, '2026-01-14'),
  (2, 2, '2026-01-14'),
  (3, 1, '2026-01-20'),
  (4, 2, '2026-02-11');

INSERT INTO conversation_tag VALUES
  (1, 'grading'),
  (2, 'club');

INSERT INTO event_contact VALUES
  (1, 'met', 2),
  (1, 'to_meet', 2),
  (2, 'met', 1);

INSERT INTO follow_up VALUES
  (NULL, 0, '2026-01-15T12:00:00.000000Z', '2026-01-15T12:00:00.000000Z', 'the rubric', '2026-01-16', 'me', 'open', NULL, NULL, NULL, NULL, NULL, 1, '019bc186-de00-7b86-aa60-3991a25ea212', 2, NULL),
  ('sent by mail', 0, '2026-01-16T12:00:00.000000Z', '2026-01-20T12:00:00.000000Z', 'Send the slides', '2026-01-20', 'me', 'done', '2026-01-20', NULL, NULL, '2w', 'due', 2, '019bc6ad-3a00-7fce-9017-c2ea0bcc60c9', NULL, NULL),
  (NULL, 1, '2026-01-16T12:00:00.000000Z', '2026-01-16T12:00:00.000000Z', 'Lend the kit', '2026-03-30', 'them', 'open', NULL, NULL, NULL, NULL, NULL, 3, '019bc6ad-3a00-7b09-acde-14717853c8ca', NULL, 2),
  (NULL, 0, '2026-01-20T12:00:00.000000Z', '2026-01-20T12:00:00.000000Z', 'Send the slides', '2026-02-03', 'me', 'open', NULL, NULL, NULL, '2w', 'due', 4, '019bdb46-aa00-79c4-9b07-6a4659ec669c', NULL, NULL),
  (NULL, 0, '2026-02-09T12:00:00.000000Z', '2026-02-17T12:00:00.000000Z', 'Write to the chair', '2026-02-16', 'me', 'dropped', NULL, '2026-02-17', NULL, NULL, NULL, 5, '019c4245-da00-756f-8fec-388c181d5d47', NULL, 1);

INSERT INTO question VALUES
  (1, 1, NULL, 'How did the pilot go?', '2026-01-17T12:00:00.000000Z', '2026-01-20', 3),
  (2, NULL, 1, 'Is there a stage?', '2026-01-17T12:00:00.000000Z', '2026-02-09', NULL);

INSERT INTO source VALUES
  ('linkedin', 'linkedin.com/in/chidi-able', 5, '{"emails": ["chidi@example.org"], "links": ["https://www.linkedin.com/in/chidi-able"], "met_on": "2025-02-03", "name": "Chidi Able", "organization": "North School", "title": "Teacher"}');

INSERT INTO follow_up_contact VALUES
  (1, 1),
  (1, 2),
  (2, 1),
  (3, 2),
  (4, 1);

INSERT INTO follow_up_pin VALUES
  (3, '2026-01-21T12:00:00.000000Z');

INSERT INTO follow_up_tag VALUES
  (2, 'slides'),
  (4, 'slides');

DELETE FROM sqlite_sequence;

INSERT INTO sqlite_sequence VALUES
  ('change', 91),
  ('contact', 6),
  ('conversation', 4),
  ('event', 2),
  ('follow_up', 5),
  ('goal', 2),
  ('question', 2),
  ('step', 34);

INSERT INTO event_text (event_text) VALUES ('rebuild');
INSERT INTO goal_text (goal_text) VALUES ('rebuild');
INSERT INTO contact_text (contact_text) VALUES ('rebuild');
INSERT INTO conversation_text (conversation_text) VALUES ('rebuild');
INSERT INTO follow_up_text (follow_up_text) VALUES ('rebuild');

CREATE VIEW contact_cadence AS
SELECT contact.id AS contact_id, nullif(coalesce(
    contact.cadence,
    (SELECT min(c.days) FROM cadence AS c
      WHERE (c.kind = 'role' AND c.word IN (SELECT role FROM contact_role WHERE contact_id = contact.id AND until IS NULL))
         OR (c.kind = 'tag' AND c.word IN (SELECT word FROM contact_tag WHERE contact_id = contact.id))),
    (SELECT c.days FROM cadence AS c WHERE c.kind = 'tier' AND c.word = contact.tier),
    CASE contact.tier WHEN 'inner' THEN 30 WHEN 'close' THEN 90 WHEN 'loose' THEN 180 END), 0) AS days
  FROM contact;

CREATE TRIGGER contact_added AFTER INSERT ON contact BEGIN
  UPDATE contact SET known_on = coalesce(met_on, (SELECT min(held_on) FROM conversation_contact WHERE contact_id = contact.id)), next_contact_on = CASE WHEN status = 'archived' THEN NULL
    WHEN last_conversation_on IS NULL AND snoozed_until IS NOT NULL AND cadence IS NOT 0 THEN snoozed_until
    ELSE max(date(coalesce(last_conversation_on, met_on, substr(created_at, 1, 10)), (SELECT days FROM contact_cadence WHERE contact_id = contact.id) || ' days'), coalesce(snoozed_until, '')) END WHERE id = NEW.id;
END;

CREATE TRIGGER contact_changed AFTER UPDATE OF last_conversation_on, met_on, cadence, tier, status, snoozed_until ON contact BEGIN
  UPDATE contact SET known_on = coalesce(met_on, (SELECT min(held_on) FROM conversation_contact WHERE contact_id = contact.id)), next_contact_on = CASE WHEN status = 'archived' THEN NULL
    WHEN last_conversation_on IS NULL AND snoozed_until IS NOT NULL AND cadence IS NOT 0 THEN snoozed_until
    ELSE max(date(coalesce(last_conversation_on, met_on, substr(created_at, 1, 10)), (SELECT days FROM contact_cadence WHERE contact_id = contact.id) || ' days'), coalesce(snoozed_until, '')) END WHERE id = NEW.id;
END;

CREATE TRIGGER conversation_contact_added AFTER INSERT ON conversation_contact WHEN NEW.held_on IS NULL BEGIN
  UPDATE conversation_contact SET held_on = (SELECT held_on FROM conversation WHERE id = NEW.conversation_id)
   WHERE conversation_id = NEW.conversation_id AND contact_id = NEW.contact_id;
END;

CREATE TRIGGER conversation_contact_dated AFTER UPDATE OF held_on ON conversation_contact BEGIN
  UPDATE contact SET last_conversation_on = (SELECT max(held_on) FROM conversation_contact WHERE contact_id = contact.id) WHERE id = NEW.contact_id;
END;

CREATE TRIGGER conversation_contact_removed AFTER DELETE ON conversation_contact BEGIN
  UPDATE contact SET last_conversation_on = (SELECT max(held_on) FROM conversation_contact WHERE contact_id = contact.id) WHERE id = OLD.contact_id;
END;

CREATE TRIGGER conversation_moved AFTER UPDATE OF held_on ON conversation BEGIN
  UPDATE conversation_contact SET held_on = NEW.held_on WHERE conversation_id = NEW.id;
END;

CREATE TRIGGER contact_role_insert AFTER INSERT ON contact_role BEGIN
  UPDATE contact SET next_contact_on = CASE WHEN status = 'archived' THEN NULL
    WHEN last_conversation_on IS NULL AND snoozed_until IS NOT NULL AND cadence IS NOT 0 THEN snoozed_until
    ELSE max(date(coalesce(last_conversation_on, met_on, substr(created_at, 1, 10)), (SELECT days FROM contact_cadence WHERE contact_id = contact.id) || ' days'), coalesce(snoozed_until, '')) END WHERE id = NEW.contact_id;
END;

CREATE TRIGGER contact_role_update AFTER UPDATE ON contact_role BEGIN
  UPDATE contact SET next_contact_on = CASE WHEN status = 'archived' THEN NULL
    WHEN last_conversation_on IS NULL AND snoozed_until IS NOT NULL AND cadence IS NOT 0 THEN snoozed_until
    ELSE max(date(coalesce(last_conversation_on, met_on, substr(created_at, 1, 10)), (SELECT days FROM contact_cadence WHERE contact_id = contact.id) || ' days'), coalesce(snoozed_until, '')) END WHERE id = NEW.contact_id;
END;

CREATE TRIGGER contact_role_delete AFTER DELETE ON contact_role BEGIN
  UPDATE contact SET next_contact_on = CASE WHEN status = 'archived' THEN NULL
    WHEN last_conversation_on IS NULL AND snoozed_until IS NOT NULL AND cadence IS NOT 0 THEN snoozed_until
    ELSE max(date(coalesce(last_conversation_on, met_on, substr(created_at, 1, 10)), (SELECT days FROM contact_cadence WHERE contact_id = contact.id) || ' days'), coalesce(snoozed_until, '')) END WHERE id = OLD.contact_id;
END;

CREATE TRIGGER contact_tag_insert AFTER INSERT ON contact_tag BEGIN
  UPDATE contact SET next_contact_on = CASE WHEN status = 'archived' THEN NULL
    WHEN last_conversation_on IS NULL AND snoozed_until IS NOT NULL AND cadence IS NOT 0 THEN snoozed_until
    ELSE max(date(coalesce(last_conversation_on, met_on, substr(created_at, 1, 10)), (SELECT days FROM contact_cadence WHERE contact_id = contact.id) || ' days'), coalesce(snoozed_until, '')) END WHERE id = NEW.contact_id;
END;

CREATE TRIGGER contact_tag_delete AFTER DELETE ON contact_tag BEGIN
  UPDATE contact SET next_contact_on = CASE WHEN status = 'archived' THEN NULL
    WHEN last_conversation_on IS NULL AND snoozed_until IS NOT NULL AND cadence IS NOT 0 THEN snoozed_until
    ELSE max(date(coalesce(last_conversation_on, met_on, substr(created_at, 1, 10)), (SELECT days FROM contact_cadence WHERE contact_id = contact.id) || ' days'), coalesce(snoozed_until, '')) END WHERE id = OLD.contact_id;
END;

CREATE TRIGGER cadence_insert AFTER INSERT ON cadence BEGIN
  UPDATE contact SET next_contact_on = CASE WHEN status = 'archived' THEN NULL
    WHEN last_conversation_on IS NULL AND snoozed_until IS NOT NULL AND cadence IS NOT 0 THEN snoozed_until
    ELSE max(date(coalesce(last_conversation_on, met_on, substr(created_at, 1, 10)), (SELECT days FROM contact_cadence WHERE contact_id = contact.id) || ' days'), coalesce(snoozed_until, '')) END WHERE id IN (
    SELECT id FROM contact WHERE NEW.kind = 'tier' AND tier = NEW.word
    UNION SELECT contact_id FROM contact_role WHERE NEW.kind = 'role' AND role = NEW.word
    UNION SELECT contact_id FROM contact_tag WHERE NEW.kind = 'tag' AND word = NEW.word);
END;

CREATE TRIGGER cadence_update AFTER UPDATE ON cadence BEGIN
  UPDATE contact SET next_contact_on = CASE WHEN status = 'archived' THEN NULL
    WHEN last_conversation_on IS NULL AND snoozed_until IS NOT NULL AND cadence IS NOT 0 THEN snoozed_until
    ELSE max(date(coalesce(last_conversation_on, met_on, substr(created_at, 1, 10)), (SELECT days FROM contact_cadence WHERE contact_id = contact.id) || ' days'), coalesce(snoozed_until, '')) END WHERE id IN (
    SELECT id FROM contact WHERE NEW.kind = 'tier' AND tier = NEW.word
    UNION SELECT contact_id FROM contact_role WHERE NEW.kind = 'role' AND role = NEW.word
    UNION SELECT contact_id FROM contact_tag WHERE NEW.kind = 'tag' AND word = NEW.word);
END;

CREATE TRIGGER cadence_delete AFTER DELETE ON cadence BEGIN
  UPDATE contact SET next_contact_on = CASE WHEN status = 'archived' THEN NULL
    WHEN last_conversation_on IS NULL AND snoozed_until IS NOT NULL AND cadence IS NOT 0 THEN snoozed_until
    ELSE max(date(coalesce(last_conversation_on, met_on, substr(created_at, 1, 10)), (SELECT days FROM contact_cadence WHERE contact_id = contact.id) || ' days'), coalesce(snoozed_until, '')) END WHERE id IN (
    SELECT id FROM contact WHERE OLD.kind = 'tier' AND tier = OLD.word
    UNION SELECT contact_id FROM contact_role WHERE OLD.kind = 'role' AND role = OLD.word
    UNION SELECT contact_id FROM contact_tag WHERE OLD.kind = 'tag' AND word = OLD.word);
END;

PRAGMA application_id=1852142700;
PRAGMA user_version=1;
