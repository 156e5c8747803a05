import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/**
 * Calls `onChange` with the path, relative to `root` and with slashes, of everything below it that is written, replaced,
 * added or removed. It watches each folder by itself: asked to watch a whole tree on Linux, Node loses sight of a file once
 * an editor has put another in its place.
 */
export function watchTree(root: string, onChange: (file: string) => void): { close(): void } {
  const watchers = new Map<string, FSWatcher>();

  function follow(folder: string): void {
    watchers.set(
      folder,
      watch(join(root, folder), (event, name) => {
        if (name === null) return;
        const path = folder + name;
        // A folder has come, gone or been replaced, even if it is gone again by now.
        if (event === 'rename') {
          forget(`${path}/`);
          if (isFolder(join(root, path))) return discover(`${path}/`);
        }
        onChange(path);
      }).on('error', () => forget(folder)),
    );
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }))
      if (entry.isDirectory()) follow(`${folder}${entry.name}/`);
  }

  // What was in it before it was followed has changed, too.
  function discover(folder: string): void {
    try {
      follow(folder);
      for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
        onChange(folder + file);
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOENT') throw error;
      forget(folder);
    }
  }

  function forget(gone: string): void {
    for (const [folder, watcher] of watchers) {
      if (!folder.startsWith(gone)) continue;
      watcher.close();
      watchers.delete(folder);
    }
  }

  follow('');
  return { close: () => forget('') };
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
