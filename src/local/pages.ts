import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds the pages of src/explorer into dist/assets, unless they exist and are newer than their sources.
 * `onBuild` is called before a build, which takes a few seconds.
 */
export async function buildPages(onBuild: () => void): Promise<void> {
  const root = join(import.meta.dirname, '../..');
  const built = lastChange(join(root, 'dist/assets'));
  if (built > lastChange(join(root, 'src/explorer'))) return;
  onBuild();
  const { build } = await import('vite');
  await build({ configFile: join(root, 'src/explorer/vite.config.ts'), logLevel: 'error' });
}

/** When a file below the folder was last written, in ms since 1970; 0 if there is none. */
function lastChange(folder: string): number {
  const files = statSync(folder, { throwIfNoEntry: false })
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
    : [];
  const times = files
    .filter(file => file.isFile())
    .map(file => statSync(join(file.parentPath, file.name)).mtimeMs);
  return Math.max(0, ...times);
}
