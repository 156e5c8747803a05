import { expect, test } from 'vitest';
import { borders } from '../../../src/curated/borders.ts';
import { countries } from '../../../src/reference/countries.ts';

test('every country has a slug of its own and a position on earth', () => {
  const all = countries;
  expect(new Set(all.map(({ slug }) => slug)).size).toBe(all.length);
  for (const { slug, latitude, longitude } of all) {
    expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(Math.abs(latitude ?? Number.NaN)).toBeLessThanOrEqual(90);
    expect(Math.abs(longitude ?? Number.NaN)).toBeLessThanOrEqual(180);
  }
});

test('a country is found by its names in other languages, and none of them repeats another', () => {
  const niger = countries.find(({ slug }) => slug === 'niger');
  expect(niger).toMatchObject({ iso2: 'NE', iso3: 'NER', capitals: ['Niamey'], subregion: 'Western Africa' });
  expect(niger?.aliases).toEqual(expect.arrayContaining(['République du Niger', 'Níger', 'Нигер']));
  for (const { name, aliases } of countries) {
    expect(new Set([name, ...(aliases ?? [])]).size).toBe(1 + (aliases?.length ?? 0));
  }
});

test('a code that ISO has not assigned is not given as one', () => {
  const kosovo = countries.find(({ slug }) => slug === 'kosovo');
  expect(kosovo).not.toHaveProperty('iso2');
  expect(kosovo).not.toHaveProperty('iso3');
});

test('a border is there once for both sides, on the evidence of both', () => {
  const pairs = borders().map(({ subject, object }) => [subject, object].sort().join(' '));
  expect(new Set(pairs).size).toBe(pairs.length);

  const slugs = new Set(countries.map(({ slug }) => slug));
  for (const { subject, object, evidence } of borders()) {
    expect(slugs).toContain(subject);
    expect(slugs).toContain(object);
    expect(evidence).toHaveLength(2);
    expect(evidence).toContainEqual(expect.objectContaining({ stance: 'SUPPORTS' }));
  }
});

test('Niger borders the seven countries around it', () => {
  const around = borders()
    .filter(({ subject, object }) => subject === 'niger' || object === 'niger')
    .map(({ subject, object }) => (subject === 'niger' ? object : subject));
  expect(around.sort()).toEqual(['algeria', 'benin', 'burkina-faso', 'chad', 'libya', 'mali', 'nigeria']);
});

test('a border that one side leaves out is disputed by it', () => {
  const border = borders().find(({ subject, object }) => subject === 'india' && object === 'sri-lanka');
  expect(border?.evidence).toEqual([
    { source: 'world-countries', stance: 'DISPUTES', locator: 'IND' },
    { source: 'world-countries', stance: 'SUPPORTS', locator: 'LKA' },
  ]);
});
