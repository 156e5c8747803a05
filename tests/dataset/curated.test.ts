import { describe, expect, test } from 'vitest';
import { readCurated } from '../../src/curated/curated.ts';
import schema from '../../src/curated/format.schema.json' with { type: 'json' };
import * as vocabulary from '../../src/db/tables/vocabulary.ts';
import { datasetSources } from '../../src/importers/datasets/index.ts';

describe('the curated facts', () => {
  const dataset = readCurated(datasetSources);
  const facts = [...dataset.events, ...dataset.relationships, ...dataset.claims, ...dataset.indicators];

  test('quote the report in at most 300 characters', () => {
    const quotes = facts.flatMap(({ evidence }) =>
      evidence.filter(({ source }) => source === 'news-report-2023-08-04').map(({ quote }) => quote ?? ''),
    );
    expect(quotes.length).toBeGreaterThan(0);
    for (const quote of quotes) expect(quote.length).toBeLessThanOrEqual(300);
  });

  test('say where in the source each of them stands', () => {
    for (const { evidence } of facts) {
      for (const { locator } of evidence) expect(locator).toBeTruthy();
    }
  });

  test('leave the leadership of Niger contested', () => {
    const heads = dataset.relationships.filter(
      ({ type, object, rank }) => type === 'HOLDS_OFFICE' && object === 'niger' && rank === 'HEAD_OF_STATE',
    );
    expect(heads.map(({ subject, basis, certainty }) => [subject, basis, certainty])).toEqual([
      ['mohamed-bazoum', 'DE_JURE', 'REPORTED'],
      ['abdourahmane-tchiani', 'CLAIMED', 'REPORTED'],
      ['abdourahmane-tchiani', 'DE_FACTO', 'ALLEGED'],
    ]);
  });

  test('hold what only Bazoum says of Wagner Group for alleged', () => {
    const ties = dataset.relationships.filter(({ subject, object }) =>
      [subject, object].includes('wagner-group'),
    );
    for (const { type, certainty } of ties.filter(tie => tie.type !== 'PARTICIPATED_IN')) {
      expect({ type, certainty }).toEqual({ type, certainty: 'ALLEGED' });
    }
    expect(ties.map(({ type }) => type)).toEqual(expect.arrayContaining(['EMPLOYS', 'PART_OF']));
  });

  test('rest on the essay alone only for claims made in it', () => {
    const onEssayAlone = facts.filter(({ evidence }) =>
      evidence.every(({ source }) => source === 'washington-post-essay-2023-08-03'),
    );
    expect(onEssayAlone.length).toBeGreaterThan(0);
    for (const fact of onEssayAlone)
      expect(fact).toMatchObject({ speaker: 'mohamed-bazoum', independentSources: 1 });
  });
});

describe('the format', () => {
  const { definitions } = schema;
  const enumOf = (property: object) => ('enum' in property ? property.enum : undefined);

  test.each([
    ['organization type', definitions.organization.properties.type, vocabulary.organizationType],
    ['alliance type', definitions.alliance.properties.types.items, vocabulary.allianceType],
    ['event type', definitions.event.properties.type, vocabulary.eventType],
    ['role', definitions.participant.properties.role, vocabulary.participantRole],
    ['rank', definitions.relationship.properties.rank, vocabulary.officeRank],
    ['basis', definitions.relationship.properties.basis, vocabulary.officeBasis],
    ['entry', definitions.relationship.properties.entry, vocabulary.officeEntry],
    ['exit', definitions.relationship.properties.exit, vocabulary.officeExit],
    ['membership status', definitions.relationship.properties.status, vocabulary.membershipStatus],
    ['verification', definitions.claim.properties.verification, vocabulary.verification],
    ['source type', definitions.source.properties.type, vocabulary.sourceType],
    ['stance of evidence', definitions.evidence.properties.stance, vocabulary.evidenceStance],
    ['end state', definitions.period.properties.endState, vocabulary.endState],
  ])('knows every %s that the database knows', (_name, property, { enumValues }) => {
    expect(enumOf(property)).toEqual(enumValues);
  });

  test('knows every relationship type but those that come with events and countries', () => {
    const elsewhere = ['PARTICIPATED_IN', 'RESPONDS_TO', 'BORDERS'];
    const types = vocabulary.relationshipType.enumValues.filter(type => !elsewhere.includes(type));
    expect(definitions.relationship.properties.type.enum).toEqual(types);
  });

  test('describes every property, so that editors can', () => {
    const undescribed = Object.entries(definitions).flatMap(([name, definition]) =>
      Object.entries('properties' in definition ? definition.properties : {})
        .filter(([, property]) => !('description' in property) && !('$ref' in property))
        .map(([property]) => `${name}.${property}`),
    );
    expect(undescribed).toEqual([]);
  });
});
