import { writeFile } from 'node:fs/promises';
import { writeExpected } from '../db/parts.ts';
import { sdl } from '../schema/sdl.ts';
import { runCommand } from './command.ts';

const help = `
npm run schema: writes schema.graphql and src/db/expected.ts from the code

Run it after changing src/schema and review the changes: front ends are generated from schema.graphql. Run it after
changing the SQL in src/db, too: src/db/expected.ts tells the Worker which database it was built for.
`;

await runCommand(help, [], async () => {
  await writeFile(new URL('../../schema.graphql', import.meta.url), sdl());
  writeExpected();
  console.log('Wrote schema.graphql and src/db/expected.ts. Review them with git diff.');
});
