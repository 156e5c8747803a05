import { writeFile } from 'node:fs/promises';
import { runCommand } from './command.ts';

const help = `
npm run schema: writes the files that are made from the code

Run it after changing src/schema and review the changes: front ends are generated from schema.graphql. Run it after
changing the SQL in src/db, too: src/db/expected.ts tells the Worker which database it was built for.
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
