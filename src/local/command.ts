import { parseArgs } from 'node:util';
import { DrizzleQueryError } from 'drizzle-orm/errors';

/** What a user did or set wrongly, in one sentence that says what to do; shown without a stack. */
export class UserMistake extends Error {
  override name = 'UserMistake';
}

/**
 * Runs a command of the project: `--help` prints `help`, each of `flags` is a switch such as `check` for `--check`,
 * and anything else on the command line is refused. A UserMistake from `main`, or a database that does not allow what
 * `main` does, is printed as one sentence and makes the exit code 1; any other error is our fault and keeps its stack.
 */
export async function runCommand<Flag extends string>(
  help: string,
  flags: readonly Flag[],
  main: (given: Record<Flag, boolean>) => Promise<void>,
): Promise<void> {
  try {
    const given = readFlags([...flags, 'help']);
    if (given.help) console.log(help.trim());
    else await main(given as Record<Flag, boolean>);
  } catch (error) {
    const sentence = userMistake(error);
    if (!sentence) throw error;
    console.error(sentence);
    process.exitCode = 1;
  }
}

function userMistake(error: unknown): string | undefined {
  if (error instanceof UserMistake) return error.message;
  const { code, message } =
    (error instanceof DrizzleQueryError && (error.cause as { code?: string } & Error)) || {};
  if (code !== '42501') return undefined;
  return `The database refuses (${message}): set DATABASE_URL to a role that owns the database and may create roles.`;
}

function readFlags(names: string[]): Record<string, boolean> {
  const options = Object.fromEntries(names.map(name => [name, { type: 'boolean' as const, default: false }]));
  try {
    return parseArgs({ options }).values as Record<string, boolean>;
  } catch {
    const known = names.map(name => `--${name}`).join(', ');
    throw new UserMistake(
      `This command does not know ${process.argv.slice(2).join(' ')}: it takes ${known}.`,
    );
  }
}
