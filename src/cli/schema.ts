import { writeFile } from 'node:fs/promises';
import { sdl } from '../schema/sdl.ts';
import { runCommand } from './command.ts';

const help = `
npm run schema: writes schema.graphql from the code

Run it after a change of src/schema and review what changed: front ends are generated from that file.
`;

await runCommand(help, [], async () => {
  const file = new URL('../../schema.graphql', import.meta.url);
  await writeFile(file, sdl());
  console.log('Wrote schema.graphql. Review it with git diff.');
});
