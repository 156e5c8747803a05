import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * Writes files of facts into a directory, and gives the directory. It lasts as long as the test; where `whenDone` is afterAll,
 * as long as the tests that are described around the call.
 */
export function writeFacts(
  files: Record<string, string>,
  whenDone: (act: () => void) => void = onTestFinished,
): string {
  const directory = mkdtempSync(join(tmpdir(), 'statecraft-facts-'));
  whenDone(() => rmSync(directory, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return directory;
}

/** What every set of facts needs, a source to cite, and a few entities. */
export const base = `
format: 1
sources:
  - { slug: world-countries, type: REFERENCE, title: Countries, publishedOn: 2025-06-03 }
  - { slug: paper, type: NEWS_REPORT, title: A paper, publishedOn: 2023-08-04 }
leaders:
  - { slug: ada, name: Ada }
  - { slug: bob, name: Bob }
organizations:
  - { slug: guard, name: Guard, type: ARMED_FORCE, country: niger }
events:
  - slug: coup
    name: Coup
    type: COUP
    outcome: UNDECIDED
    period: { start: 2023-07-26, endState: UNKNOWN }
    participants:
      - { actor: guard, role: INITIATOR }
    evidence: [{ source: paper }]
`;
