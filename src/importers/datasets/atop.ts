import { type Obligation, obligationsToFight } from '../../db/tables/relationshipTypes.ts';
import { RefusedRow, type Row } from '../file/row.ts';
import type { TieStatement } from '../statements/statement.ts';
import { checkedPeriod, partsOf, type StatementDataset } from '../statements/statementDataset.ts';

const codingStopped = '2018';

/** ATOP's words for its five obligations. */
const obligations: Record<string, Obligation> = {
  defense: 'DEFENSE',
  offense: 'OFFENSE',
  neutral: 'NEUTRALITY',
  nonagg: 'NONAGGRESSION',
  consul: 'CONSULTATION',
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
  statements: pacts,
};

function pacts({ fields }: Row): TieStatement[] {
  const { ccode1 = '', ccode2 = '', start_year: start = '', [endColumn]: end = '' } = fields;
  const obligation = obligations[fields.obligation ?? ''];
  if (!obligation) throw new RefusedRow(`ATOP has no obligation "${fields.obligation}".`);
  const period = checkedPeriod(
    end
      ? { start, end, endState: 'ENDED' }
      : {
          start,
          endState: 'UNKNOWN',
          openAt: codingStopped,
          text: 'in force when coding stopped in 2018',
        },
  );
  // No two rows share all four: a spell that begins again begins in another year.
  const key = `${ccode1},${ccode2},${fields.obligation},${start}`;
  return partsOf('COW', { ccode1, ccode2 }, period).map(({ countries, period, keyed }) => {
    const { ccode1: subject, ccode2: object } = countries;
    if (subject === object)
      throw new RefusedRow(`The states ${ccode1} and ${ccode2} are one country here: ${subject}.`);
    return {
      kind: 'TIE',
      key: keyed(key),
      locators: [key],
      subject: { country: subject },
      type: obligationsToFight.includes(obligation) ? 'ALLIED_WITH' : 'PACT_WITH',
      object: { country: object },
      period,
      obligations: [obligation],
    };
  });
}
