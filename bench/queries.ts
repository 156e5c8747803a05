import { openDatabase } from '../src/local/database.ts';
import { startEndpoint } from '../src/local/endpoint.ts';
import worker from '../src/worker.ts';
import type { Load } from './load.ts';
import { measure, quantile, seededRandom } from './measure.ts';
import type { Server } from './postgres.ts';
import { figure, printTable } from './report.ts';

/** What a question is about: a country, another one, and a month in which both are active. */
interface Question {
  actor: string;
  other: string;
  from: string;
  to: string;
}

const documents: Record<string, (question: Question) => string> = {
  'events by two participants and month': ({ actor, other, from, to }) => `{
    events(first: 20, filter: { participants: [{ slug: "${actor}" }, { slug: "${other}" }], from: "${from}", to: "${to}" }) {
      nodes { name type mode period { start } evidence { locator source { slug } } } } }`,
  'events by participant and month': ({ actor, from, to }) => `{
    events(first: 20, filter: { participants: [{ slug: "${actor}" }], from: "${from}", to: "${to}" }) {
      nodes { name type participants(first: 5) { nodes { actor { name } role } } } } }`,
  'events of a month': ({ from, to }) => `{
    events(first: 20, filter: { from: "${from}", to: "${to}" }) { nodes { name type period { start } } } }`,
  'timeline of a country from a month on': ({ actor, from }) => `{
    entity(by: { slug: "${actor}" }) { ... on Actor {
      events(first: 20, filter: { from: "${from}" }) { edges { role node { name type period { start } } } } } } }`,
  'ties of a country on a day': ({ actor, from }) => `{
    entity(by: { slug: "${actor}" }) { relationships(first: 20, filter: { asOf: "${from}", certainty: [ESTABLISHED, REPORTED] }) {
      edges { counterpart { name } node { type evidence { locator } } } } } }`,
  'search, misspelled': ({ actor }) => `{
    search(text: "${actor.slice(0, 4)}${actor.slice(5, 12)}", first: 10) { edges { score node { slug name } } } }`,
  'neighborhood, depth 2': ({ actor, from }) => `{
    neighborhood(of: [{ slug: "${actor}" }], depth: 2, limit: 50, filter: { asOf: "${from}" }) { nodes { depth entity { name } } } }`,
  'path between two countries': ({ actor, other }) => `{
    paths(from: { slug: "${actor}" }, to: { slug: "${other}" }) { paths { sentence } } }`,
};

/**
 * Asks the Worker's code, in this process, what front ends ask: `count` questions of each kind, on each of the databases.
 * Prints how long they take and how many SQL statements each needs. The last column is the ratio of the last database to the
 * first.
 */
export async function compareQueries(server: Server, loads: Load[], count: number): Promise<void> {
  console.log('\n## What front ends ask\n');
  const all: Outcome[] = [];
  for (const load of loads) all.push(await askAll(server, load, count));
  printTable(
    ['', ...loads.flatMap(({ name }) => [`${name}: statements`, 'p50 ms', 'p95 ms']), 'p50 ÷'],
    Object.keys(documents).map(what => {
      const of = all.map(series => series[what] ?? { statements: 0, p50: 0, p95: 0 });
      return [
        what,
        ...of.flatMap(({ statements, p50, p95 }) => [`${statements}`, figure(p50), figure(p95)]),
        figure((of.at(-1)?.p50 ?? 0) / (of[0]?.p50 ?? 1)),
      ];
    }),
  );
}

type Outcome = Record<string, { statements: number; p50: number; p95: number }>;

async function askAll(server: Server, { database: name }: Load, count: number): Promise<Outcome> {
  const database = await openDatabase({ url: server.url(name), dataDir: '' });
  let statements = 0;
  const endpoint = await startEndpoint(await database.reader(), ({ queries }) => {
    statements += queries.length;
  });
  const bindings = {
    DATABASE_URL: endpoint.databaseUrl,
    DATABASE_ENDPOINT: endpoint.url,
    ASSETS: { fetch: () => Promise.reject(new Error('There are no pages here.')) },
  };
  const ask = async (query: string) => {
    const request = new Request('http://bench/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const answer = (await (await worker.fetch(request, bindings)).json()) as {
      errors?: { message: string }[];
    };
    if (answer.errors) throw new Error(`${answer.errors[0]?.message}\n${query}`);
  };
  try {
    const questions = await questionsFor(server, name, count);
    const outcome: Outcome = {};
    for (const [what, document] of Object.entries(documents)) {
      statements = 0;
      await ask(document(questions[0] as Question));
      const each = statements;
      const { milliseconds } = await measure(what, questions, question => ask(document(question)));
      outcome[what] = {
        statements: each,
        p50: quantile(milliseconds, 0.5),
        p95: quantile(milliseconds, 0.95),
      };
    }
    return outcome;
  } finally {
    await endpoint.close();
    await database.close();
  }
}

/** Pairs of countries that took part in events together, the same at every run, each with the month of one such event. */
async function questionsFor(server: Server, name: string, count: number): Promise<Question[]> {
  const client = await server.connect(name);
  const counted = await client.query<{ count: number }>(
    `select relationships as count from collection where slug = 'icews'`,
  );
  // About 20,000 of them, from all years.
  const every = Math.ceil((counted.rows[0]?.count ?? 1) / 20_000);
  const { rows } = await client.query<{ actor: string; other: string; day: string }>(`
    select actor.slug as actor, other.slug as other, one.starts_on::text as day
    from (
      select subject_id, object_id, starts_on from relationship
      where collection = 'icews' and id % ${every} = 0 order by md5(id::text) limit 20000
    ) as one
    join adjacency two on two.entity_id = one.object_id and two.counterpart_id <> one.subject_id
    join entity actor on actor.id = one.subject_id and actor.kind = 'COUNTRY'
    join entity other on other.id = two.counterpart_id and other.kind = 'COUNTRY'`);
  await client.end();
  const random = seededRandom(11);
  return Array.from({ length: count }, () => {
    const { actor, other, day } = rows[Math.floor(random() * rows.length)] as (typeof rows)[number];
    const month = day.slice(0, 7);
    return { actor, other, from: `${month}-01`, to: `${month}-28` };
  });
}
