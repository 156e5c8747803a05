import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];

/** Path of the Chromium on this machine; undefined when it has none. */
export const chromiumPath = folders.flatMap(folder => names.map(name => join(folder, name))).find(existsSync);

/**
 * Starts Chromium without a window and without its own calls home. The caller closes it.
 * Throws a sentence that says what to install when the machine has none.
 */
export async function launchChromium(): Promise<Browser> {
  if (!chromiumPath) {
    throw new Error(
      'Chromium is missing, so the pages cannot be tried: install it (apt-get install chromium).',
    );
  }
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
