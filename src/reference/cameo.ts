/**
 * What CAMEO's codes and labels of events mean in the vocabulary of this graph; cameo.yaml names the source.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { eventType } from '../db/tables/vocabulary.ts';
import { slugOf } from './names.ts';

export interface CameoCode {
  /** Three or four digits. */
  code: string;
  label: string;
  type: (typeof eventType.enumValues)[number];
  /** The label in kebab-case: what happened, in more detail than the type. */
  mode: string;
}

const byCode = new Map<string, CameoCode>();
const byMode = new Map<string, CameoCode>();

const text = readFileSync(join(import.meta.dirname, 'cameo.yaml'), 'utf8');
for (const [name, codes] of Object.entries<Record<string, string | string[]>>(parse(text))) {
  const type = eventType.enumValues.find(value => value === name);
  if (!type) throw new Error(`cameo.yaml: ${name} is not a type of event`);
  for (const [code, labels] of Object.entries(codes)) {
    const [label = '', ...others] = [labels].flat();
    const entry = { code, label, type, mode: slugOf(label) };
    byCode.set(code, entry);
    for (const mode of [entry.mode, ...others.map(slugOf)]) {
      if (byMode.has(mode)) throw new Error(`cameo.yaml: two codes have the label ${mode}`);
      byMode.set(mode, entry);
    }
  }
}

/**
 * The meaning of a code, as GDELT writes it: two to four digits, with the leading zero. CAMEO's codes are a
 * hierarchy, so a code without an entry means what the code above it means: 0479 is read as 047, that as 04,
 * and that as 040.
 *
 * @returns undefined if it is not a CAMEO code
 */
export function cameoByCode(code: string): CameoCode | undefined {
  const known = byCode.get(code);
  if (known || !/^\d{2,4}$/.test(code)) return known;
  return code.length === 2 ? byCode.get(`${code}0`) : cameoByCode(code.slice(0, -1));
}

/** Labels already looked up, because ICEWS repeats its 238 labels millions of times. */
const asked = new Map<string, CameoCode>();

/**
 * The meaning of a label, as ICEWS writes it instead of the code; case and punctuation do not matter, because
 * ICEWS releases differ in them ("non-force" and "non force").
 *
 * @returns undefined if no code has the label
 */
export function cameoByLabel(label: string): CameoCode | undefined {
  const known = asked.get(label) ?? byMode.get(slugOf(label));
  if (known) asked.set(label, known);
  return known;
}
