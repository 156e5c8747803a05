import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, onTestFinished, test } from 'vitest';
import { watchTree } from '../../../src/cli/watchTree.ts';
import { temporaryDirectory } from '../../files.ts';

let root: string;
/** Does `act`, once all earlier changes have been told, and waits until it is told that the file has changed. */
let changes: (file: string, act: () => void) => Promise<void>;
beforeEach(() => {
  root = temporaryDirectory();
  mkdirSync(join(root, 'a/b'), { recursive: true });
  for (const file of ['top', 'a/b/deep']) writeFileSync(join(root, file), '');
  const awaited = new Map<string, () => void>();
  const tree = watchTree(root, file => awaited.get(file)?.());
  onTestFinished(() => tree.close());
  const told = (file: string) => new Promise<void>(resolve => awaited.set(file, resolve));
  let mark = 0;
  changes = async (file, act) => {
    const marked = told(`mark-${++mark}`);
    writeFileSync(join(root, `mark-${mark}`), '');
    await marked;
    const changed = told(file);
    act();
    await changed;
  };
});

const write = (file: string) => () => writeFileSync(join(root, file), 'written');
const replace = (file: string) => () => {
  writeFileSync(join(root, 'aside'), 'new');
  renameSync(join(root, 'aside'), join(root, file));
};

test.each(['top', 'a/b/deep'])(
  '%s is seen to change each time that it is written or replaced',
  async file => {
    for (const act of [write, replace, replace, write]) await changes(file, act(file));
  },
);

test('so are files in a new folder, those that came with it and those that come later', async () => {
  const elsewhere = temporaryDirectory();
  mkdirSync(join(elsewhere, 'new/folder'), { recursive: true });
  writeFileSync(join(elsewhere, 'new/folder/early'), '');
  await changes('new/folder/early', () => renameSync(join(elsewhere, 'new'), join(root, 'new')));
  await changes('new/folder/late', write('new/folder/late'));
  await changes('new/folder/early', replace('new/folder/early'));
});

test('and those in a folder that was removed and made again', async () => {
  await changes('a/b/deep', () => rmSync(join(root, 'a'), { recursive: true }));
  await changes('a/b/other', () => {
    mkdirSync(join(root, 'a/b'), { recursive: true });
    writeFileSync(join(root, 'a/b/other'), '');
  });
  await changes('a/b/other', replace('a/b/other'));
});
