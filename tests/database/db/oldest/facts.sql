-- A small record, as 0.1.0 kept it: each statement ends a line.
INSERT INTO entity (kind, slug, name, aliases, summary) VALUES
  ('COUNTRY', 'niger', 'Niger', '{Republic of Niger}', 'A country in the Sahel.'),
  ('COUNTRY', 'mali', 'Mali', '{}', NULL),
  ('COUNTRY', 'burkina-faso', 'Burkina Faso', '{Upper Volta}', NULL),
  ('LEADER', 'abdourahmane-tchiani', 'Abdourahmane Tchiani', '{Abdourahamane Tchiani,Tiani}', NULL),
  ('ORGANIZATION', 'wagner-group', 'Wagner Group', '{}', NULL),
  ('ALLIANCE', 'ecowas', 'ECOWAS', '{}', NULL),
  ('EVENT', 'niger-coup-2023', 'Coup in Niger', '{}', 'The guard detained the president.');

INSERT INTO entity (kind, slug, name, searchable) VALUES ('EVENT', 'icews-1', 'Mali meets Niger', false);

INSERT INTO country (entity_id, iso2, iso3, region, founded_on)
SELECT id, upper(left(slug, 2)), upper(left(slug, 3)), 'Africa', '1960' FROM entity WHERE kind = 'COUNTRY';

INSERT INTO leader (entity_id, born_on) SELECT id, '1960' FROM entity WHERE kind = 'LEADER';

INSERT INTO organization (entity_id, type) SELECT id, 'PRIVATE_MILITARY_COMPANY' FROM entity WHERE kind = 'ORGANIZATION';

INSERT INTO alliance (entity_id, types, founded_on)
SELECT id, '{REGIONAL_BLOC,ECONOMIC_UNION}', '1975-05-28' FROM entity WHERE kind = 'ALLIANCE';

INSERT INTO event (entity_id, type, period, start_precision, end_precision, end_state, country_id, certainty,
  independent_sources, known_from, fingerprint, collection)
SELECT id, CASE slug WHEN 'icews-1' THEN 'CONSULT' ELSE 'COUP' END::event_type, '[2023-07-26,2023-07-27)', 'DAY', 'DAY',
  'ENDED', (SELECT id FROM entity WHERE slug = 'niger'),
  CASE slug WHEN 'icews-1' THEN 'CODED' ELSE 'REPORTED' END::certainty, 1, '2023-08-04', md5(slug)::uuid, 'oldest'
FROM entity WHERE kind = 'EVENT';

INSERT INTO relationship (type, subject_id, subject_kind, object_id, object_kind, period, start_precision,
  end_precision, end_state, title, rank, basis, entry, status, role, certainty, independent_sources, known_from,
  fingerprint, collection)
SELECT type::relationship_type, subject.id, subject.kind, object.id, object.kind, period::daterange,
  CASE WHEN NOT lower_inf(period::daterange) THEN 'DAY'::date_precision END, NULL, 'ONGOING',
  CASE type WHEN 'HOLDS_OFFICE' THEN 'President of the council' END,
  CASE type WHEN 'HOLDS_OFFICE' THEN 'EFFECTIVE_LEADER'::office_rank END,
  CASE type WHEN 'HOLDS_OFFICE' THEN 'DE_FACTO'::office_basis END,
  CASE type WHEN 'HOLDS_OFFICE' THEN 'IRREGULAR'::office_entry END,
  CASE type WHEN 'MEMBER_OF' THEN 'FULL'::membership_status END,
  CASE type WHEN 'PARTICIPATED_IN' THEN role::participant_role END,
  tie.certainty::certainty, 1, '2023-08-04', md5(tie::text)::uuid, 'oldest'
FROM (VALUES
  ('HOLDS_OFFICE', 'abdourahmane-tchiani', 'niger', '[2023-07-28,)', 'REPORTED', NULL),
  ('PARTICIPATED_IN', 'abdourahmane-tchiani', 'niger-coup-2023', '(,)', 'REPORTED', 'INITIATOR'),
  ('PARTICIPATED_IN', 'niger', 'niger-coup-2023', '(,)', 'REPORTED', 'TARGET'),
  ('PARTICIPATED_IN', 'mali', 'icews-1', '(,)', 'CODED', 'INITIATOR'),
  ('PARTICIPATED_IN', 'niger', 'icews-1', '(,)', 'CODED', 'TARGET'),
  ('MEMBER_OF', 'niger', 'ecowas', '[1975-05-28,)', 'ESTABLISHED', NULL),
  ('MEMBER_OF', 'burkina-faso', 'ecowas', '[1975-05-28,)', 'ESTABLISHED', NULL),
  ('ALLIED_WITH', 'burkina-faso', 'mali', '(,)', 'REPORTED', NULL),
  ('ALLIED_WITH', 'niger', 'mali', '(,)', 'ALLEGED', NULL),
  ('BORDERS', 'niger', 'mali', '(,)', 'ESTABLISHED', NULL),
  ('EMPLOYS', 'mali', 'wagner-group', '[2021-12-01,)', 'ALLEGED', NULL)
) AS tie (type, subject, object, period, certainty, role)
JOIN entity AS subject ON subject.slug = tie.subject JOIN entity AS object ON object.slug = tie.object;

-- What was alleged in August was superseded in September.
UPDATE relationship SET known_until = '2023-09-16' WHERE type = 'ALLIED_WITH' AND certainty = 'ALLEGED';

INSERT INTO source (slug, type, title, published_on, citation)
VALUES ('news-report-2023-08-04', 'NEWS_REPORT', 'A report on the coup in Niger', '2023-08-04', 'The report');

INSERT INTO claim (slug, text, quote, speaker_id, speaker_kind, made_on, verification, event_id, certainty,
  independent_sources, known_from, fingerprint, collection)
SELECT 'tchiani-on-security', 'Security had become worse.', 'degrading security', id, kind, '2023-07-28', 'UNVERIFIED',
  (SELECT id FROM entity WHERE slug = 'niger-coup-2023'), 'REPORTED', 1, '2023-08-04', md5('claim')::uuid, 'oldest'
FROM entity WHERE slug = 'abdourahmane-tchiani';

INSERT INTO claim_about (claim_id, entity_id) SELECT claim.id, entity.id FROM claim, entity WHERE entity.slug = 'niger';

INSERT INTO indicator (country_id, code, name, value, unit, period, start_precision, end_precision, end_state, claim_id,
  certainty, independent_sources, known_from, fingerprint, collection)
SELECT entity.id, 'population', 'Population', 25e6, 'people', '[2023-01-01,2024-01-01)', 'YEAR', 'YEAR', 'ENDED', claim.id,
  'REPORTED', 1, '2023-08-04', md5('indicator')::uuid, 'oldest'
FROM claim, entity WHERE entity.slug = 'niger';

INSERT INTO evidence (relationship_id, source_id, stance, attributed_to_id, attributed_to_kind, quote, locator)
SELECT relationship.id, source.id, 'SUPPORTS', entity.id, entity.kind, 'he had seized power', 'paragraph 1'
FROM relationship, source, entity WHERE entity.slug = 'abdourahmane-tchiani';

INSERT INTO evidence (event_id, source_id, stance) SELECT event.entity_id, source.id, 'SUPPORTS' FROM event, source;

INSERT INTO evidence (claim_id, source_id, stance) SELECT claim.id, source.id, 'SUPPORTS' FROM claim, source;

INSERT INTO evidence (indicator_id, source_id, stance) SELECT indicator.id, source.id, 'DISPUTES' FROM indicator, source;

INSERT INTO statement (source_id, key, content) SELECT id, 'row-1', '{"kind": "office"}' FROM source;

INSERT INTO collection (slug, checksum, events, relationships, updated_at) VALUES ('oldest', 'c0ffee', 2, 10, '2023-09-16');

UPDATE country SET capital = 'Niamey, Dosso' FROM entity WHERE id = entity_id AND slug = 'niger';
