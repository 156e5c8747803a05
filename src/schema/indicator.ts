import { onRecord } from '../db/time.ts';
import { periodColumns } from './attested.ts';
import { builder } from './builder.ts';
import { Claim } from './claim.ts';
import { Country } from './country.ts';
import { Fact, factFields } from './fact.ts';
import { Period } from './period.ts';

export const Indicator = builder.drizzleNode('indicator', {
  name: 'Indicator',
  description: 'A figure about a country, with its unit and period.',
  id: { column: row => row.fingerprint },
  interfaces: [Fact],
  select: { columns: { id: true, fingerprint: true } },
  fields: t => ({
    code: t.exposeString('code', { description: 'Stable key of what is measured: population, gdp-growth.' }),
    name: t.exposeString('name', { description: 'What is measured, in words.' }),
    value: t.exposeFloat('value', { description: 'The figure, in `unit`.' }),
    unit: t.exposeString('unit', { description: 'What the figure counts: persons, percent.' }),
    period: t.field({
      type: Period,
      description: 'The time it covers.',
      select: { columns: periodColumns },
      resolve: row => row,
    }),
    country: t.relation('country', { type: Country, description: 'The country it is about.' }),
    claim: t.relation('claim', {
      type: Claim,
      nullable: true,
      description: 'The claim it comes from, where a party gives the figure; otherwise null.',
    }),
    ...factFields(t),
  }),
});

builder.drizzleObjectField(Country, 'indicators', t =>
  t.relation('indicators', {
    type: Indicator,
    description: 'Figures about it that are on record now, by code, then earliest first.',
    args: {
      codes: t.arg.stringList({ description: 'Only these, as in `Indicator.code`; by default, all.' }),
    },
    query: ({ codes }) => ({
      where: { AND: [onRecord(), codes ? { code: { in: codes } } : {}] },
      orderBy: { code: 'asc', startsOn: 'asc', id: 'asc' },
    }),
  }),
);
