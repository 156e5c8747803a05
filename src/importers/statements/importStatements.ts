import { TransactionRollbackError } from 'drizzle-orm/errors';
import type { Owner } from '../../db/owner.ts';
import { UserMistake } from '../../mistake.ts';
import { fingerprint } from '../../record/fingerprint.ts';
import { lockFacts } from '../../record/store.ts';
import { firstDay, lastDay } from '../../reference/calendar.ts';
import type { ImportOptions, Summary } from '../file/importOptions.ts';
import { RefusedRow, type Row } from '../file/row.ts';
import { wholeRow } from '../file/wholeRow.ts';
import { toldBy } from './coverage.ts';
import { refuseLoss, standingFacts } from './standing.ts';
import type { Statement } from './statement.ts';
import type { StatementDataset } from './statementDataset.ts';
import { deriveFacts, fileStatements, recordImport } from './storeStatements.ts';

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
      `None of the ${counts.read} rows is valid, so nothing was changed: the file of refused rows says why.`,
    );
  }
  // A refused row may state what would otherwise be considered gone.
  const whole = from === undefined && to === undefined && counts.refused === 0;
  const changes = await inTransaction(owner, options.dryRun, async transaction => {
    await lockFacts(transaction);
    const before = await standingFacts(transaction, source.id);
    const { corrects } = await fileStatements(transaction, source.id, statements, whole);
    await recordImport(transaction, source.id, toldBy(dataset, options), whole);
    const { added, superseded } = await deriveFacts(transaction, { corrects });
    const after = await standingFacts(transaction, source.id);
    if (!options.replace) refuseLoss(before, after);
    return { added, superseded, unchanged: [...after.keys()].filter(fact => before.has(fact)).length };
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
        const stated = dataset.statements(wholeRow(row, dataset));
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
  // The period filters what several rows say together: or a ten-year war would shrink to the years within the
  // period.
  const all = [...statements.values()];
  const concluded = dataset.conclude?.(all) ?? all;
  return { statements: concluded.filter(statement => isWithin(statement, options)), ...counts };
}

function refuseContradiction(stated: Statement[], before: ReadonlyMap<string, Statement>): void {
  for (const statement of stated) {
    const earlier = before.get(statement.key);
    if (earlier && fingerprint(earlier) !== fingerprint(statement)) {
      throw new RefusedRow(`An earlier row has the same key, ${statement.key}, but says something else.`);
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
