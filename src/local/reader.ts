/** One SQL statement as Neon's driver sends it: every parameter is Postgres text or null. */
export interface Query {
  query: string;
  params: (string | null)[];
}

/** The result of a statement, every cell as raw Postgres text: what Neon's HTTP protocol carries. */
export interface QueryResult {
  command: string;
  rowCount: number | null;
  fields: { name: string; dataTypeID: number }[];
  rows: (string | null)[][];
}

/**
 * Runs statements as the role the Worker has in production, which can only SELECT. Errors carry the SQLSTATE
 * as `code`.
 */
export interface Reader {
  /** Runs one statement by itself. */
  run(statement: Query): Promise<QueryResult>;
  /**
   * Runs statements in one transaction; `modes` is what follows BEGIN, for example `isolation level
   * serializable`.
   */
  runTogether(statements: Query[], modes: string): Promise<QueryResult[]>;
}

/** The role the Worker connects as; src/db/reader.sql makes it. */
export const READER_ROLE = 'statecraft_reader';

/**
 * A refusal in the shape of a Postgres error with its SQLSTATE as `code`, so that it reaches the caller as
 * one.
 */
export class StatementRefused extends Error {
  severity = 'ERROR';
  code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const query = /^[\s(]*(?:select|with|values|table|explain|show|insert|update|delete|merge)\b/i;
// Besides SET and DO, these change a setting; and U&"" can hide a name behind escapes.
const changesSettings = /set_config|pg_settings|u&"/i;

/**
 * Refuses what would leave the reader's role or transaction: here SET ROLE takes the role in the owner's
 * session, so RESET ROLE, COMMIT or DO could drop it. This stops mistakes, not an intruder who builds SQL
 * within SQL; production does not need it, since the Worker logs in as the role. Throws StatementRefused.
 */
export function refuseEscapes({ query: text }: Query): void {
  if (!query.test(text) || changesSettings.test(text)) {
    throw new StatementRefused(
      '42501',
      'permission denied: the reader may only run queries, and may not change settings',
    );
  }
}
