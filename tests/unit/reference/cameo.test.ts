import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { eventType } from '../../../src/db/tables/vocabulary.ts';
import { cameoByCode, cameoByLabel } from '../../../src/reference/cameo.ts';

const groups: Record<string, Record<string, string | string[]>> = parse(
  readFileSync(join(import.meta.dirname, '../../../src/reference/cameo.yaml'), 'utf8'),
);

describe("a code of CAMEO's", () => {
  test('has a label, a type of event, and a mode that is the label in kebab-case', () => {
    expect(cameoByCode('041')).toEqual({
      code: '041',
      label: 'Discuss by telephone',
      type: 'CONSULT',
      mode: 'discuss-by-telephone',
    });
  });

  test.each([
    ['four digits mean what the three before them mean, when they have no entry', '0419', '041'],
    ['two digits mean the unspecified code of that root', '18', '180'],
    ['three digits of a root that has no such branch mean the root', '159', '150'],
  ])('%s', (_, asked, code) => expect(cameoByCode(asked)?.code).toBe(code));

  test.each(['', '4', '99', '999', '04a', '41', '00410', 'CONSULT'])('is not %j', asked =>
    expect(cameoByCode(asked)).toBeUndefined(),
  );

  test('is typed as PLOVER types it, even against its neighbors', () => {
    expect(cameoByCode('0812')?.type).toBe('CONCEDE');
    expect(cameoByCode('0813')?.type).toBe('RETREAT');
    expect(cameoByCode('163')?.type).toBe('COERCE');
    expect(cameoByCode('191')?.type).toBe('COERCE');
    expect(cameoByCode('1712')?.type).toBe('ASSAULT');
  });

  test('is a STATEMENT below 01 and a REQUEST below 02, which PLOVER leaves out', () => {
    expect(cameoByCode('010')?.type).toBe('STATEMENT');
    expect(cameoByCode('0233')?.type).toBe('REQUEST');
  });
});

describe('a label of ICEWS', () => {
  test.each([
    ['as CAMEO words it', 'Sign formal agreement', '057'],
    ['worded otherwise than in CAMEO', 'Refuse to yield', '124'],
    ['in another case', 'FIGHT with artillery and tanks', '194'],
    ['with other punctuation', 'Threaten non force', '131'],
    ['without the typos of the vocabulary', 'Apologize', '055'],
  ])('is found %s', (_, label, code) => expect(cameoByLabel(label)?.code).toBe(code));

  test('that CAMEO does not have is not guessed', () => {
    expect(cameoByLabel('Sign')).toBeUndefined();
    expect(cameoByLabel('')).toBeUndefined();
  });
});

test('every type in the file is one of the graph, and every mode fits the check of its column', () => {
  for (const [type, codes] of Object.entries(groups)) {
    expect(eventType.enumValues).toContain(type);
    for (const [code, labels] of Object.entries(codes)) {
      expect(code).toMatch(/^\d{3,4}$/);
      expect(cameoByCode(code)?.mode).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      for (const label of [labels].flat()) expect(cameoByLabel(label)?.code).toBe(code);
    }
  }
});

test("each of CAMEO's twenty roots has its unspecified code", () => {
  const roots = Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(2, '0'));
  for (const root of roots) expect(cameoByCode(root)?.code).toBe(`${root}0`);
});

test('no code is a coup, so none that a machine coded lacks an outcome', () => {
  expect(Object.keys(groups)).not.toContain('COUP');
});
