import type pg from 'pg';
import type { Server } from './postgres.ts';
import { centersOf, type Pair } from './questions.ts';
import { statecraftSearches } from './statecraft.ts';

/** A statement that ran inside a function, and how. */
interface Plan {
  statement: string;
  plan: string;
}

// A scan of a whole table, or of an index without a condition that says where to look.
const wholeTable =
  /Seq Scan on (?:relationship|adjacency|degree)\b|Index(?: Only)? Scan.* on (?:relationship|adjacency|degree)\b.*\n(?!\s*Index Cond)/;

/**
 * Has every statement inside the project's searches explained, over many pairs and centers and after a warm-up in
 * which plans settle. Throws when one of them reads all of the relationships, of their ends or of the degrees. With
 * `shown`, it prints the plans of one path and one neighborhood that read ties.
 */
export async function checkPlans(
  server: Server,
  database: string,
  pairs: Pair[],
  shown: boolean,
): Promise<void> {
  const client = await server.connect(database);
  const { hub, average } = await centersOf(client, 20);
  const statecraft = statecraftSearches(client);
  const searches = [false, true].flatMap(held => [
    ...pairs.map(pair => () => statecraft.findPath(...pair, held)),
    ...[hub, ...average].map(center => () => statecraft.neighborhood(center, held)),
  ]);
  for (const search of searches.slice(0, 20)) await search();
  const all: Plan[] = [];
  for (const search of searches) all.push(...(await plansDuring(client, search)));
  const whole = all.find(({ plan }) => wholeTable.test(plan));
  if (whole) throw new Error(`This statement reads a whole table:\n${whole.statement}\n${whole.plan}`);
  if (!all.some(({ plan }) => plan.includes('adjacency')))
    throw new Error('No plan was seen that reads ties.');
  console.log(
    `${database}: none of ${all.length} statements in ${searches.length} searches reads a whole table.\n`,
  );
  if (shown) {
    const [pair] = pairs as [Pair];
    print(await plansDuring(client, () => statecraft.findPath(...pair, true)));
    print(await plansDuring(client, () => statecraft.neighborhood(hub, true)));
  }
  await client.end();
}

// Of a statement that ran once per level, only the last run.
function print(plans: Plan[]): void {
  const reading = plans.filter(({ plan }) => plan.includes('adjacency'));
  for (const { statement, plan } of new Map(reading.map(one => [one.statement, one])).values())
    console.log(`\`\`\`\n${statement.trim()}\n\n${plan.trim()}\n\`\`\`\n`);
}

// What explain (analyze, buffers) says about every statement that the client runs during `act`, those inside functions included.
async function plansDuring(client: pg.Client, act: () => Promise<unknown>): Promise<Plan[]> {
  const plans: Plan[] = [];
  const listen = ({ message = '' }) => {
    const [, statement, plan] = /Query Text: (.*?)\n([^\n]*\(cost=.*)/s.exec(message) ?? [];
    if (statement && plan) plans.push({ statement, plan });
  };
  await client.query(`load 'auto_explain'`);
  await client.query('set auto_explain.log_min_duration = 0');
  await client.query('set auto_explain.log_nested_statements = on');
  await client.query('set auto_explain.log_analyze = on');
  await client.query('set auto_explain.log_buffers = on');
  await client.query('set auto_explain.log_level = notice');
  client.on('notice', listen);
  await act();
  client.off('notice', listen);
  await client.query('set auto_explain.log_min_duration = -1');
  return plans;
}
