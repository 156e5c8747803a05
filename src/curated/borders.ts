import type { Relationship } from '../record/facts.ts';
import { landBorders } from '../reference/countries.ts';

/** The slug of the source that the borders rest on; its entry is facts/world-countries.yaml. */
export const sourceOfBorders = 'world-countries';

/** The land borders of the countries of today as facts, each with two rows of the reference table as its evidence. */
export function borders(): Relationship[] {
  return landBorders().map(({ between: [subject, object], rows }) => ({
    subject,
    type: 'BORDERS',
    object,
    period: { endState: 'UNKNOWN' },
    evidence: rows.map(({ row, agrees }) => ({
      source: sourceOfBorders,
      stance: agrees ? 'SUPPORTS' : 'DISPUTES',
      locator: row,
    })),
  }));
}
