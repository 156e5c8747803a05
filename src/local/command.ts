import { parseArgs } from 'node:util';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { UnknownDatabase } from '../db/unknownDatabase.ts';

/** What a user did or set wrongly, in one sentence that says what to do; shown without a stack. */
export class UserMistake extends Error {
  override name = 'UserMistake';
}

/** What a command takes besides switches. */
export interface Arguments<Name extends string> {
  /** What has to stand on the command line, in order, as help calls it: `file`. */
  positionals?: readonly string[];
  /** Options with a value, such as `from` for `--from 2001-01-01`. */
  valued?: readonly Name[];
}

/**
 * Runs a command of the project: `--help` prints `help`, each of `flags` is a switch such as `check` for `--check`,
 * `takes` tells what else it takes, and anything else on the command line is refused. A UserMistake from `main`, or a
 * database that does not allow what `main` does, is printed as one sentence and makes the exit code 1; any other error
 * is our fault and keeps its stack.
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
    const sentence = userMistake(error);
    if (!sentence) throw error;
    console.error(sentence);
    process.exitCode ??= 1;
  }
}

function userMistake(error: unknown): string | undefined {
  if (error instanceof UserMistake || error instanceof UnknownDatabase) return error.message;
  const { code, message } =
    (error instanceof DrizzleQueryError && (error.cause as { code?: string } & Error)) || {};
  if (code !== '42501') return undefined;
  return `The database refuses (${message}): set DATABASE_URL to a role that owns the database and may create roles.`;
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
    // Answered as a wrong number of arguments is.
  }
  const known = [
    ...(wanted.length > 0 ? [wanted.map(name => `<${name}>`).join(' ')] : []),
    ...valued.map(name => `--${name} <value>`),
    ...flags.map(name => `--${name}`),
  ].join(', ');
  throw new UserMistake(
    given.length > 0
      ? `This command does not know ${given.join(' ')}: it takes ${known}.`
      : `This command needs more to go on: it takes ${known}.`,
  );
}
