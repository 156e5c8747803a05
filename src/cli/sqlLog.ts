import type { Trip } from '../local/endpoint.ts';

/**
 * What DEBUG=sql prints: each trip to the database once it is over, with its statements, its milliseconds,
 * and how many trips and milliseconds its request has taken so far.
 *
 * @param print gets one line at a time
 */
export function sqlLog(print: (line: string) => void): (trip: Trip) => void {
  // Nothing says when a request is over, so only the latest ones are remembered.
  const requests = new Map<string, { trips: number; milliseconds: number }>();
  const KEPT = 100;

  return async ({ queries, requestId, ended }) => {
    const name = requestId ?? 'unknown';
    const request = requests.get(name) ?? { trips: 0, milliseconds: 0 };
    requests.delete(name);
    requests.set(name, request);
    if (requests.size > KEPT) requests.delete(requests.keys().next().value as string);
    const trip = ++request.trips;
    const milliseconds = await ended;
    request.milliseconds += milliseconds;
    const count = queries.length === 1 ? '1 statement' : `${queries.length} statements`;
    print(
      `request ${name.slice(0, 8)}: trip ${trip}, ${count}, ${milliseconds.toFixed(1)} ms (${request.milliseconds.toFixed(1)} ms so far)`,
    );
    for (const { query, params } of queries) {
      print(`  ${query.replace(/\s+/g, ' ').trim()}`);
      if (params.length > 0) print(`  -- ${JSON.stringify(params)}`);
    }
  };
}
