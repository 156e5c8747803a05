import { RefusedRow, type Row } from '../file/row.ts';
import type { TieStatement } from '../statements/statement.ts';
import { checkedPeriod, countryOf, type StatementDataset } from '../statements/statementDataset.ts';

const codingStopped = '2018';

/** What each of ATOP's five obligations is called. */
const pacts: Record<string, string> = {
  defense: 'Defence pact.',
  offense: 'Offence pact.',
  neutral: 'Neutrality pact.',
  nonagg: 'Non-aggression pact.',
  consul: 'Consultation pact.',
};

/** The column's own name says what a blank means. */
const endColumn = 'end_year_or_blank_if_right_censored';

/**
 * ATOP: one row per spell of years in which two states of the Correlates of War list owed each other one sort
 * of obligation. A treaty with several obligations has a row for each.
 */
export const atop: StatementDataset = {
  kind: 'STATEMENTS',
  source: {
    slug: 'atop-5',
    type: 'DATASET',
    title: 'Alliance Treaty Obligations and Provisions, version 5, dyadic obligation spells',
    licence: 'GPL-2.0 as part of the R package peacesciencer; the terms of ATOP itself are not known here',
    citation:
      'Leeds, Brett Ashley, Jeffrey M. Ritter, Sara McLaughlin Mitchell and Andrew G. Long. 2002. “Alliance Treaty Obligations and Provisions, 1815–1944.” International Interactions 28(3): 237–260.',
    coverage: { end: '2018' },
  },
  covers: { topic: 'PACTS', states: 'COW' },
  rows: { least: 10500, most: 12000 },
  columns: ['ccode1', 'ccode2', 'obligation', 'start_year', endColumn],
  header: true,
  delimiter: ',',
  statements: row => [pact(row)],
};

function pact({ fields }: Row): TieStatement {
  const { ccode1 = '', ccode2 = '', obligation = '', start_year: start = '', [endColumn]: end = '' } = fields;
  const summary = pacts[obligation];
  if (!summary) throw new RefusedRow(`ATOP has no obligation "${obligation}".`);
  const period = checkedPeriod(
    end
      ? { start, end, endState: 'ENDED' }
      : { start, endState: 'UNKNOWN', openAt: codingStopped, text: 'in force when coding stopped in 2018' },
  );
  const subject = countryOf('COW', ccode1, 'ccode1', start);
  const object = countryOf('COW', ccode2, 'ccode2', start);
  if (subject === object)
    throw new RefusedRow(`The states ${ccode1} and ${ccode2} are one country here: ${subject}.`);
  // No two rows share all four: a spell that begins again begins in another year.
  const key = `${ccode1},${ccode2},${obligation},${start}`;
  return {
    kind: 'TIE',
    key,
    locators: [key],
    subject: { country: subject },
    type: 'ALLIED_WITH',
    object: { country: object },
    period,
    summary,
  };
}
