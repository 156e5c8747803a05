import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Query, type QueryResult, type Reader, StatementRefused } from './reader.ts';

/**
 * A running endpoint: `url` is where Neon's driver posts (neonConfig.fetchEndpoint), `databaseUrl` what it
 * connects to.
 */
export interface Endpoint {
  url: string;
  databaseUrl: string;
  close(): Promise<void>;
}

/** One trip to the database: its statements, and the Worker request that it serves, if that is known. */
export interface Trip {
  queries: Query[];
  requestId: string | null;
  /** Resolves once the database has answered, with the milliseconds it took. */
  ended: Promise<number>;
}

const BODY_LIMIT = 10 * 1024 * 1024;

// What @neondatabase/serverless copies from a 400 to its NeonDbError, besides the message.
const errorFields = [
  ...[
    'severity',
    'code',
    'detail',
    'hint',
    'position',
    'internalPosition',
    'internalQuery',
    'where',
    'schema',
  ],
  ...['table', 'column', 'dataType', 'constraint', 'file', 'line', 'routine'],
] as const;

const isolationLevels: Record<string, string> = {
  ReadUncommitted: 'read uncommitted',
  ReadCommitted: 'read committed',
  RepeatableRead: 'repeatable read',
  Serializable: 'serializable',
};

/** A request that is not Neon's protocol, with the HTTP status to answer. */
class BadRequest extends Error {
  status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Serves Neon's SQL over HTTP, `POST /sql`, in front of any Postgres, on a free port of 127.0.0.1 (the
 * protocol of
 * @neondatabase/serverless 1.2). `onTrip` is called for every trip as it begins. Only a caller that sends
 *   this endpoint's own `databaseUrl` is served: no other program or web page on the machine can know its
 *   password.
 */
export async function startEndpoint(
  reader: Reader,
  onTrip: (trip: Trip) => void = () => {},
): Promise<Endpoint> {
  const databaseUrl = `postgresql://reader:${randomUUID()}@localhost/statecraft`;

  async function answer(request: IncomingMessage): Promise<unknown> {
    if (request.url !== '/sql') throw new BadRequest(404, 'Only /sql is served here.');
    if (request.method !== 'POST') throw new BadRequest(405, '/sql takes only POST.');
    if (!isOurs(request.headers['neon-connection-string'], databaseUrl)) {
      throw new StatementRefused('28P01', 'password authentication failed: wrong Neon-Connection-String');
    }
    const { queries, together } = readQueries(await readBody(request));
    const modes = transactionModes(request.headers);
    const begun = performance.now();
    const results = together
      ? reader.runTogether(queries, modes)
      : reader.run(queries[0] as Query).then(result => [result]);
    const since = () => performance.now() - begun;
    onTrip({
      queries,
      requestId: applicationName(request.headers['neon-connection-string']),
      ended: results.then(since, since),
    });
    const answers = (await results).map(asNeon);
    return together ? { results: answers } : answers[0];
  }

  const server = createServer(async (request, response) => {
    try {
      send(response, 200, await answer(request));
    } catch (error) {
      sendError(response, error as Error);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sql`,
    databaseUrl,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

// The driver adds parameters, such as application_name, to its address.
function isOurs(connectionString: string | string[] | undefined, databaseUrl: string): boolean {
  return typeof connectionString === 'string' && connectionString.split('?')[0] === databaseUrl;
}

function applicationName(connectionString: unknown): string | null {
  return URL.parse(String(connectionString))?.searchParams.get('application_name') ?? null;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new BadRequest(413, `The body is longer than ${BODY_LIMIT} bytes.`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new BadRequest(400, 'The body is not JSON.');
  }
}

function readQueries(body: unknown): { queries: Query[]; together: boolean } {
  const { queries } = (body ?? {}) as { queries?: unknown };
  if (Array.isArray(queries)) return { queries: queries.map(readQuery), together: true };
  return { queries: [readQuery(body)], together: false };
}

function readQuery(given: unknown): Query {
  const { query, params = [] } = (given ?? {}) as { query?: unknown; params?: unknown };
  const isText = (value: unknown) => value === null || typeof value === 'string';
  if (typeof query !== 'string' || !Array.isArray(params) || !params.every(isText)) {
    throw new BadRequest(
      400,
      'The body must be {query, params} or {queries: [{query, params}]}, each parameter text or null.',
    );
  }
  return { query, params };
}

function transactionModes(headers: IncomingMessage['headers']): string {
  const level = headers['neon-batch-isolation-level'];
  const readOnly = headers['neon-batch-read-only'];
  const deferrable = headers['neon-batch-deferrable'];
  const modes: string[] = [];
  if (level !== undefined) {
    const isolation = Object.hasOwn(isolationLevels, String(level)) && isolationLevels[String(level)];
    if (!isolation)
      throw new BadRequest(
        400,
        `Neon-Batch-Isolation-Level must be one of ${Object.keys(isolationLevels).join(', ')}.`,
      );
    modes.push(`isolation level ${isolation}`);
  }
  if (readOnly !== undefined) modes.push(readOnly === 'true' ? 'read only' : 'read write');
  if (deferrable !== undefined) modes.push(deferrable === 'true' ? 'deferrable' : 'not deferrable');
  return modes.join(', ');
}

function asNeon({ command, rowCount, fields, rows }: QueryResult): object {
  return { command, rowCount, rowAsArray: true, fields, rows };
}

function sendError(response: ServerResponse, error: Error): void {
  if (error instanceof BadRequest) {
    send(response, error.status, { message: error.message });
  } else if ('severity' in error) {
    const fields = errorFields.map(field => [field, error[field as keyof typeof error]]);
    send(response, 400, { message: error.message, ...Object.fromEntries(fields) });
  } else {
    // The driver takes a 400 for an SQL error. Any error that is not from Postgres means that it could not be
    // reached.
    console.error(error.message);
    send(response, 503, { message: 'The database does not answer.' });
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  // The rest of a body that was not fully read must not be taken for the next request.
  const headers = { 'content-type': 'application/json', ...(status === 413 && { connection: 'close' }) };
  response.writeHead(status, headers).end(JSON.stringify(body));
}
