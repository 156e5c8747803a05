import { expect, test } from 'vitest';
import { datasetNamed } from '../../../src/cli/datasetNamed.ts';
import { datasets } from '../../../src/importers/datasets/index.ts';
import { checkDatasetFile } from '../../../src/importers/file/datasetFile.ts';
import { temporaryDirectory, temporaryFile } from '../../files.ts';

const check = (name: string, content: string | Uint8Array, file = 'this.csv') =>
  checkDatasetFile(temporaryFile(file, content), name, datasets);
const header = (name: string) => (datasets[name]?.columns ?? []).join(datasets[name]?.delimiter);
const gdeltRow = Array.from({ length: 61 }, () => '1').join('\t');

test('a file of the dataset is taken, and its size and layout told', async () => {
  const text = `${header('archigos')}\na,b\n`;
  expect(await check('archigos', text)).toMatchObject({ size: text.length, layout: { delimiter: ',' } });
  expect(await check('gdelt', gdeltRow)).toMatchObject({ size: gdeltRow.length });
});

test('a file of another layout that the dataset comes in is taken, and only that', async () => {
  const columns = datasets.archigos?.otherLayouts?.[0]?.columns ?? [];
  const layout = { delimiter: '\t', columns };
  expect(await check('archigos', `${columns.join('\t')}\na\tb\n`)).toMatchObject({ layout });
  await expect(check('archigos', `${columns.slice(1).join('\t')}\na\n`)).rejects.toThrow('is not archigos');
});

test('a header may be quoted, with a byte order mark, blanks behind and empty lines before', async () => {
  const quoted = `\uFEFF\r\n${header('archigos').replace(/\w+/g, '"$&"')}  \r\n1\r\n`;
  await expect(check('archigos', quoted)).resolves.toMatchObject({ size: quoted.length + 2 });
});

test.each([
  [
    'another dataset is named',
    'atop',
    `${header('icews')}\n1\n`,
    /^this\.csv is not atop: its header must be ccode1,ccode2,.*, but is date,source,event,target\. Did you mean npm run import -- icews \/.*\/this\.csv\?$/,
  ],
  [
    'a stream without a header is recognized by its first row',
    'icews',
    gdeltRow,
    /Did you mean npm run import -- gdelt/,
  ],
  ['nothing is like it', 'icews', 'a,b\n1,2\n', /its header must be date,source,event,target, but is a,b\.$/],
  [
    'a column has another name',
    'atop',
    `${header('atop').replace('obligation', 'pact')}\n1\n`,
    /^this\.csv is not atop: column 3 of its header must be obligation, but is pact\.$/,
  ],
  [
    'columns are missing',
    'atop',
    'ccode1,ccode2\n1,2\n',
    /column 3 .* must be obligation, but there is none\.$/,
  ],
  ['there is a column more', 'atop', `${header('atop')},more\n1\n`, /must have 5 columns, but has 6\.$/],
  [
    'a spreadsheet has separated the columns in its own way',
    'atop',
    `${header('atop').replaceAll(',', ';')}\n1\n`,
    /its columns must be separated by commas\.$/,
  ],
  [
    'it is of GDELT 1.0',
    'gdelt',
    gdeltRow.slice(6),
    /its first row must have 61 columns separated by tabs, the first a number, but there are 58\.$/,
  ],
  ['the first column is no number', 'gdelt', `x${gdeltRow}`, /the first a number, but it is x1\.$/],
  ['it is empty', 'atop', '', /^this\.csv is empty\.$/],
  ['it is blank', 'gdelt', '\n\n', /^this\.csv is empty\.$/],
  ['it has only a header', 'atop', `${header('atop')}\n`, /^this\.csv has a header and no rows\.$/],
  ['it is a zip archive', 'gdelt', new Uint8Array([0x50, 0x4b, 3, 4, 0]), /zip archive: unpack it first\.$/],
  ['it is compressed', 'icews', new Uint8Array([0x1f, 0x8b, 8, 0]), /gzip: unpack it first\.$/],
  ['it is in UTF-16', 'atop', new Uint8Array([0xff, 0xfe, 0x63, 0]), /UTF-16: save it as UTF-8 first\.$/],
])('a file is refused at once when %s', async (_, name, content, sentence) => {
  await expect(check(name, content)).rejects.toThrow(sentence);
  await expect(check(name, content)).rejects.toMatchObject({ name: 'UserMistake' });
});

test('what is found is shortened, and told without what a terminal would obey', async () => {
  const error = await check('icews', `\x1b[2J${'x'.repeat(50_000)}`).catch(error => error);
  expect(error.message.length).toBeLessThan(300);
  expect(error.message).not.toContain('\x1b');
});

test('a suggested command can be pasted, whatever the file is called', async () => {
  await expect(check('atop', `${header('icews')}\n1\n`, "it's this.tsv")).rejects.toThrow(
    /-- icews '\/.*\/it'\\''s this\.tsv'\?$/,
  );
});

test('a path that is no file is a mistake', async () => {
  const directory = temporaryDirectory();
  await expect(checkDatasetFile(`${directory}/none.csv`, 'atop', datasets)).rejects.toThrow(
    /^There is no file \/.*none\.csv\.$/,
  );
  await expect(checkDatasetFile(directory, 'atop', datasets)).rejects.toThrow(
    /is a directory: give a file in it\.$/,
  );
  await expect(checkDatasetFile('/dev/null', 'atop', datasets)).rejects.toThrow(/is not a regular file/);
});

test('a dataset that is not known is answered with those that are, the most alike first', () => {
  expect(datasetNamed(datasets, 'icews')).toBe(datasets.icews);
  expect(() => datasetNamed(datasets, 'ICEW')).toThrow(/^There is no dataset ICEW: choose one of icews, /);
  expect(() => datasetNamed(datasets, 'ucdp')).toThrow(/one of ucdp-prio, |ucdp-prio/);
  expect(() => datasetNamed(datasets, 'constructor')).toThrow(/There is no dataset constructor/);
});
