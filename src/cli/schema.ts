import { writeFile } from 'node:fs/promises';
import { runCommand } from './command.ts';

const help = `
npm run schema: writes from the code what other tools read of it

  schema.graphql                  the schema of the API; front ends are generated from it
  src/curated/format.schema.json  the format of the curated facts; editors check the files by it

Run it after a change of src/schema, src/record/facts or a vocabulary, and review what changed.
`;

// What it needs is loaded only there: that takes a second, too long to wait for --help.
await runCommand(help, [], async () => {
  const [{ sdl }, { printFormat }] = await Promise.all([
    import('../schema/sdl.ts'),
    import('../curated/printFormat.ts'),
  ]);
  const root = new URL('../../', import.meta.url);
  await writeFile(new URL('schema.graphql', root), sdl());
  await writeFile(new URL('src/curated/format.schema.json', root), printFormat());
  console.log('Wrote schema.graphql and src/curated/format.schema.json. Review them with git diff.');
});
