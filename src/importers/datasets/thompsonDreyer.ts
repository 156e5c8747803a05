import { RefusedRow, type Row } from '../file/row.ts';
import type { TieStatement } from '../statements/statement.ts';
import { checkedPeriod, partsOf, type StatementDataset } from '../statements/statementDataset.ts';

/** The last year that was coded: a rivalry that "ends" in it was still going on. */
const codingStopped = '2010';

/**
 * Thompson and Dreyer: one row per strategic rivalry between two states of the Correlates of War list, by
 * years.
 */
export const thompsonDreyer: StatementDataset = {
  kind: 'STATEMENTS',
  source: {
    slug: 'thompson-dreyer-rivalries',
    type: 'DATASET',
    title: 'Handbook of International Rivalries, 1494–2010: strategic rivalries',
    authors: ['William R. Thompson', 'David R. Dreyer'],
    publisher: 'CQ Press',
    licence:
      'GPL-2.0 as part of the R package peacesciencer; the terms of the handbook itself are not known here',
    citation:
      'Thompson, William R., and David R. Dreyer. 2012. Handbook of International Rivalries, 1494–2010. Washington, DC: CQ Press.',
    coverage: { start: '1494', end: '2010' },
  },
  covers: { topic: 'RIVALRIES', states: 'COW' },
  rows: { least: 180, most: 220 },
  columns: [
    'rivalryno',
    'rivalryname',
    'ccode1',
    'ccode2',
    'styear',
    'endyear',
    'region',
    'type1',
    'type2',
    'type3',
  ],
  header: true,
  delimiter: ',',
  statements: rivalries,
};

function rivalries({ fields }: Row): TieStatement[] {
  const { rivalryno = '', ccode1 = '', ccode2 = '', styear: start = '', endyear: end = '' } = fields;
  if (!rivalryno) throw new RefusedRow('The row has no rivalryno.');
  const period = checkedPeriod(
    end === codingStopped
      ? { start, endState: 'UNKNOWN', openAt: end, text: 'going on when coding stopped in 2010' }
      : { start, end, endState: 'ENDED' },
  );
  const types = [fields.type1, fields.type2, fields.type3].filter(Boolean).join(', ');
  return partsOf('COW', { ccode1, ccode2 }, period).map(({ countries, period, keyed }) => {
    const { ccode1: subject, ccode2: object } = countries;
    if (subject === object)
      throw new RefusedRow(`The states ${ccode1} and ${ccode2} are one country here: ${subject}.`);
    return {
      kind: 'TIE',
      key: keyed(rivalryno),
      locators: [rivalryno],
      subject: { country: subject },
      type: 'RIVAL_OF',
      object: { country: object },
      period,
      summary: types ? `Strategic rivalry: ${types}.` : 'Strategic rivalry.',
    };
  });
}
