import type { Relationship } from '../record/facts.ts';
import { landBorders, worldCountries } from '../reference/countries.ts';

/** The land borders of the countries of today as facts, each with two rows of the reference table as its evidence. */
export function borders(): Relationship[] {
  return landBorders().map(({ between: [subject, object], rows }) => ({
    subject,
    type: 'BORDERS',
    object,
    period: { endState: 'UNKNOWN' },
    evidence: rows.map(({ row, agrees }) => ({
      source: worldCountries,
      stance: agrees ? 'SUPPORTS' : 'DISPUTES',
      locator: row,
    })),
  }));
}
