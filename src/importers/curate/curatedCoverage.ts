import type { Coverage } from '../../record/facts.ts';
import { archigos } from '../datasets/archigos.ts';
import { powellThyne } from '../datasets/powellThyne.ts';
import { reign } from '../datasets/reign.ts';
import { coverageOf, toldBy } from '../statements/coverage.ts';
import type { Stated, Statement } from '../statements/statement.ts';
import { leadersSince, sixteen } from './curatedPart.ts';

/**
 * For which times the curated facts have all that a dataset says of one of the sixteen countries: its leaders since 1990, and
 * its coups. Of its pacts they have only those with another of the sixteen, which tells nobody all of them.
 */
export function curatedCoverage(stated: Stated<Statement>[]): Coverage[] {
  const told = [
    ...[archigos, reign].flatMap(leaders => toldBy(leaders, { from: leadersSince })),
    ...toldBy(powellThyne),
  ];
  const place = ({ country, topic, source, from = '' }: Coverage) => `${country} ${topic} ${source} ${from}`;
  return coverageOf(told, stated)
    .filter(({ country }) => sixteen.has(country))
    .sort((one, other) => (place(one) < place(other) ? -1 : 1));
}
