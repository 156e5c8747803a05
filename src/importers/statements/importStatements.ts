import { sql } from 'drizzle-orm';
import { TransactionRollbackError } from 'drizzle-orm/errors';
import { firstDay, lastDay } from '../../dataset/dates.ts';
import { fingerprint } from '../../dataset/fingerprint.ts';
import { lockFacts } from '../../dataset/store.ts';
import type { Owner } from '../../db/owner.ts';
import { UserMistake } from '../../local/command.ts';
import type { StatementDataset } from '../datasets/statementDataset.ts';
import { RefusedRow, type Row } from '../file/row.ts';
import type { ImportOptions, Summary } from '../importDataset.ts';
import type { Statement } from './statement.ts';
import { deriveFacts, fileStatements } from './storeStatements.ts';

/** Imports what a dataset states: all or nothing. See importDataset. */
export async function importStatements(
  owner: Owner,
  dataset: StatementDataset,
  source: { id: number },
  rows: AsyncIterable<Row[]>,
  options: ImportOptions,
): Promise<Summary> {
  const { statements, ...counts } = await readStatements(dataset, rows, options);
  const { from, to } = options;
  if (statements.length === 0 && counts.outside === 0) {
    throw new UserMistake(
      `None of the ${counts.read} rows could be taken, so nothing was changed: the file of refused rows tells why.`,
    );
  }
  // A row that was refused may say what would else be taken for gone.
  const whole = from === undefined && to === undefined && counts.refused === 0;
  const changes = await inTransaction(owner, options.dryRun, async transaction => {
    await lockFacts(transaction);
    const before = await newest(transaction);
    await fileStatements(transaction, source.id, statements, whole);
    const { added, superseded } = await deriveFacts(transaction);
    return { added, superseded, unchanged: await supportedBy(transaction, source.id, before) };
  });
  return { ...counts, ...changes };
}

async function readStatements(
  dataset: StatementDataset,
  rows: AsyncIterable<Row[]>,
  options: ImportOptions,
): Promise<{ statements: Statement[]; read: number; outside: number; refused: number }> {
  const counts = { read: 0, outside: 0, refused: 0 };
  const statements = new Map<string, Statement>();
  for await (const chunk of rows) {
    for (const row of chunk) {
      counts.read++;
      try {
        const stated = dataset.statements(row);
        refuseContradiction(stated, statements);
        if (stated.length > 0 && !stated.some(statement => isWithin(statement, options))) counts.outside++;
        for (const statement of stated) statements.set(statement.key, statement);
      } catch (error) {
        if (!(error instanceof RefusedRow)) throw error;
        counts.refused++;
        options.onRefused(row, error.message);
      }
    }
    options.onProgress(counts.read);
  }
  // A period is taken of what several rows say together: or a war of ten years would shrink to those of them in it.
  const all = [...statements.values()];
  const concluded = dataset.conclude?.(all) ?? all;
  return { statements: concluded.filter(statement => isWithin(statement, options)), ...counts };
}

function refuseContradiction(stated: Statement[], before: ReadonlyMap<string, Statement>): void {
  for (const statement of stated) {
    const earlier = before.get(statement.key);
    if (earlier && fingerprint(earlier) !== fingerprint(statement)) {
      throw new RefusedRow(`An earlier row has the key ${statement.key} as well, and says something else.`);
    }
  }
}

function isWithin(statement: Statement, { from, to }: ImportOptions): boolean {
  const { start, end } =
    statement.kind === 'COUP' ? { start: statement.day, end: statement.day } : statement.period;
  return (!from || !end || lastDay(end) >= from) && (!to || !start || firstDay(start) <= to);
}

/** Runs `act` in a transaction that a dry run rolls back. */
async function inTransaction<Result>(
  owner: Owner,
  dryRun: boolean,
  act: (transaction: Owner) => Promise<Result>,
): Promise<Result> {
  let result: Result | undefined;
  try {
    await owner.transaction(async transaction => {
      result = await act(transaction);
      if (dryRun) transaction.rollback();
    });
  } catch (error) {
    if (!(dryRun && error instanceof TransactionRollbackError)) throw error;
  }
  return result as Result;
}

interface Newest {
  relationship: number;
  event: number;
}

async function newest(transaction: Owner): Promise<Newest> {
  const { rows } = await transaction.execute<{ relationship: number; event: number }>(sql`
    select coalesce((select max(id) from relationship), 0) as relationship,
      coalesce((select max(entity_id) from event), 0) as event`);
  return rows[0] as Newest;
}

/** How many facts on record rest on the source and were there `before`. */
async function supportedBy(transaction: Owner, sourceId: number, before: Newest): Promise<number> {
  const { rows } = await transaction.execute<{ count: number }>(sql`
    select count(distinct (relationship_id, event_id))::integer as count
    from evidence
    left join relationship on relationship.id = relationship_id
    left join event on event.entity_id = event_id
    where source_id = ${sourceId} and evidence.stance = 'SUPPORTS'
      and coalesce(relationship.known_until, event.known_until) is null
      and (relationship.id <= ${before.relationship} or event.entity_id <= ${before.event})`);
  return rows[0]?.count ?? 0;
}
