import { writeFile } from 'node:fs/promises';
import { runCommand } from './command.ts';

const help = `
npm run schema: writes the files that are made from the code

  schema.graphql                  the schema of the API; front ends are generated from it
  src/curated/format.schema.json  the format of the curated facts; editors check the files with it
  src/db/expected.ts              which database the Worker is built for; /ready compares the two

Run it after a change of src/schema, src/record/facts, a vocabulary or the SQL in src/db, and review what changed.
`;

// Loaded only now: that takes a second, too long to wait for --help.
await runCommand(help, [], async () => {
  const [{ sdl }, { printFormat }, { writeExpected }] = await Promise.all([
    import('../schema/sdl.ts'),
    import('../curated/printFormat.ts'),
    import('../db/parts.ts'),
  ]);
  const root = new URL('../../', import.meta.url);
  await writeFile(new URL('schema.graphql', root), sdl());
  await writeFile(new URL('src/curated/format.schema.json', root), printFormat());
  writeExpected();
  console.log(
    'Wrote schema.graphql, src/curated/format.schema.json and src/db/expected.ts. Review them with git diff.',
  );
});
