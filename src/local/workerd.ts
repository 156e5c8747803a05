import { join } from 'node:path';
import type { Endpoint } from './endpoint.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** The Worker running in workerd; `url` has no path. */
export interface LocalWorker {
  url: string;
  /** Bundles the code and the built pages again and runs them; wrangler prints what is wrong with them. */
  reload(): Promise<void>;
  /** Calls `act` after every reload. */
  onReload(act: () => void): void;
  close(): Promise<void>;
}

/**
 * Runs the Worker of wrangler.toml in workerd on `port` of 127.0.0.1 (0: any free one), with its database
 * behind `endpoint`.
 */
export async function startWorker(port: number, endpoint: Endpoint): Promise<LocalWorker> {
  // Wrangler reads these when it loads: no calls home, and no log files outside the project.
  Object.assign(process.env, {
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_WRITE_LOGS: 'false',
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  });
  const { unstable_startWorker } = await import('wrangler');
  const ours = signals.map(signal => process.listeners(signal));
  const options: Parameters<typeof unstable_startWorker>[0] = {
    config: join(import.meta.dirname, '../../wrangler.toml'),
    bindings: {
      DATABASE_URL: { type: 'secret_text', value: endpoint.databaseUrl },
      DATABASE_ENDPOINT: { type: 'plain_text', value: endpoint.url },
    },
    dev: {
      server: { hostname: '127.0.0.1', port },
      // esbuild, which would watch for wrangler, needs up to two seconds to notice the first edit of a file.
      watch: false,
      persist: false,
      inspector: false,
      logLevel: 'warn',
    },
  };
  const worker = await unstable_startWorker(options);
  await worker.ready;
  // What runs workerd ends the process on a signal by itself, before anything else could be closed.
  for (const [index, signal] of signals.entries()) {
    for (const listener of process.listeners(signal)) {
      if (!ours[index]?.includes(listener)) process.removeListener(signal, listener);
    }
  }
  return {
    url: (await worker.url).origin,
    reload: async () => {
      await worker.patchConfig(options);
    },
    onReload: act => worker.raw.on('reloadComplete', act),
    close: () => worker.dispose(),
  };
}
