import { parseArgs } from 'node:util';
import './drizzleModules.ts';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { FailedStatement } from '../db/failedStatement.ts';
import { UnknownDatabase } from '../db/unknownDatabase.ts';
import { READER_ROLE } from '../local/reader.ts';
import { UserMistake } from '../mistake.ts';

/** What a command takes other than switches. */
export interface Arguments<Name extends string> {
  /** What the command line must have, in order, by the names that help uses: `file`. */
  positionals?: readonly string[];
  /** Options with a value, such as `from` for `--from 2001-01-01`. */
  valued?: readonly Name[];
}

/**
 * Runs a command of the project: `--help` prints `help`, each of `flags` is a switch such as `check` for
 * `--check`, `takes` is what else it takes, and anything else on the command line is refused. A UserMistake
 * from `main`, or a database that refuses what `main` does, cannot be brought up to date or is damaged, is printed as one sentence, with
 * exit code 1; any other error is our fault and is printed with its stack.
 */
export async function runCommand<Flag extends string, Name extends string = never>(
  help: string,
  flags: readonly Flag[],
  main: (
    given: Record<Flag, boolean> & { [name in Name]?: string },
    ...positionals: string[]
  ) => Promise<void>,
  takes: Arguments<Name> = {},
): Promise<void> {
  try {
    const { values, positionals } = readArguments([...flags, 'help'], takes);
    if (values.help) console.log(help.trim());
    else await main(values as Parameters<typeof main>[0], ...positionals);
  } catch (error) {
    // Node would print the line of code along with the stack, and a line of a bundled library can have 64 KB.
    console.error(userMistake(error) ?? stackOf(error));
    process.exitCode ??= 1;
  }
}

// SQLSTATE classes XX, internal error or corrupted data, and 58, files that cannot be read.
const damaged = /^(XX|58)/;

function userMistake(error: unknown): string | undefined {
  if (error instanceof UserMistake || error instanceof UnknownDatabase) return error.message;
  const refused = error instanceof DrizzleQueryError || error instanceof FailedStatement;
  const cause = refused ? error.cause : error;
  const {
    code = '',
    message = '',
    detail = '',
  } = cause as Partial<Record<'code' | 'message' | 'detail', string>>;
  if (refused && code === '42501')
    return /admin option/i.test(message + detail)
      ? `The database refused (${message}): DATABASE_URL needs a role with the ADMIN OPTION on ${READER_ROLE}, which another role has made. ` +
          `Let that one run GRANT ${READER_ROLE} TO yours WITH ADMIN OPTION, then run this again.`
      : `The database refused (${message}): set DATABASE_URL to a role that owns the database and may create roles.`;
  // The embedded Postgres is compiled to WebAssembly: its fatal errors surface as WebAssembly errors.
  if (damaged.test(code) || cause instanceof WebAssembly.RuntimeError)
    return `The database is damaged (${message}): restore it from a backup.`;
  return error instanceof FailedStatement ? error.message : undefined;
}

// The message of a Drizzle error contains the statement with every parameter.
function stackOf(error: unknown): string {
  const { message, stack = '', cause } = error instanceof Error ? error : new Error(String(error));
  const frames = stack.slice(stack.indexOf('\n    at ') + 1);
  const shown = [message, cause instanceof Error ? `Because: ${cause.message}` : ''].filter(Boolean);
  return [...shown.map(text => text.slice(0, 1_000)), frames].join('\n');
}

function readArguments(flags: string[], { positionals: wanted = [], valued = [] }: Arguments<string>) {
  const options = Object.fromEntries([
    ...valued.map(name => [name, { type: 'string' as const }]),
    ...flags.map(name => [name, { type: 'boolean' as const, default: false }]),
  ]);
  const given = process.argv.slice(2);
  try {
    const parsed = parseArgs({ options, allowPositionals: wanted.length > 0 });
    const values: Record<string, unknown> = parsed.values;
    if (values.help || parsed.positionals.length === wanted.length) {
      return { values, positionals: parsed.positionals };
    }
  } catch {
    // Answered below, like a wrong number of arguments.
  }
  const known = [
    ...(wanted.length > 0 ? [wanted.map(name => `<${name}>`).join(' ')] : []),
    ...valued.map(name => `--${name} <value>`),
    ...flags.map(name => `--${name}`),
  ].join(', ');
  throw new UserMistake(
    given.length > 0
      ? `This command cannot be run with ${given.join(' ')}: it takes ${known}.`
      : `This command needs arguments: it takes ${known}.`,
  );
}
