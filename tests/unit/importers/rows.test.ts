import { describe, expect, test } from 'vitest';
import { gdelt } from '../../../src/importers/datasets/gdelt/gdelt.ts';
import { datasets } from '../../../src/importers/datasets/index.ts';
import type { StreamDataset } from '../../../src/importers/events/streamDataset.ts';
import { RefusedRow, type Row } from '../../../src/importers/file/row.ts';
import { readRows } from '../../../src/importers/file/rows.ts';
import { wholeRow } from '../../../src/importers/file/wholeRow.ts';
import type { StatementDataset } from '../../../src/importers/statements/statementDataset.ts';
import { temporaryFile } from '../../files.ts';

const tabbed: StreamDataset = { ...(datasets.icews as StreamDataset), columns: ['day', 'who'] };
const quoted: StatementDataset = {
  ...(datasets.archigos as StatementDataset),
  columns: ['id', 'name'],
  statements: () => [],
};

async function read(content: string | Uint8Array, dataset: StatementDataset | StreamDataset): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const chunk of readRows(temporaryFile('some.csv', content), dataset)) rows.push(...chunk);
  return rows;
}
const cells = (rows: Row[]) => rows.map(({ line, fields }) => [line, ...Object.values(fields)]);

describe.each([
  ['tab-separated', tabbed, '\t', 'day\twho'],
  ['quoted', quoted, ',', 'id,name'],
] as const)('a %s file', (_, dataset, delimiter, header) => {
  const lines = (...rows: string[]) => [header, ...rows].map(row => row.replaceAll('|', delimiter));

  test('has a row for each line below its header, with fields by the names of the columns', async () => {
    const [first, second] = dataset.columns as [string, string];
    expect(await read(lines('1|a', '2|').join('\n'), dataset)).toEqual([
      { line: 2, fields: { [first]: '1', [second]: 'a' } },
      { line: 3, fields: { [first]: '2', [second]: '' } },
    ]);
  });

  test.each([
    ['\\n', '\n'],
    ['\\r\\n', '\r\n'],
  ])('may have lines that end with %s, the last one or not', async (_, end) => {
    const text = lines('1|a', '2|b').join(end);
    const expected = [
      [2, '1', 'a'],
      [3, '2', 'b'],
    ];
    expect(cells(await read(text, dataset))).toEqual(expected);
    expect(cells(await read(text + end, dataset))).toEqual(expected);
  });

  test('may begin with a byte order mark, and have empty lines, which are counted', async () => {
    const text = `\uFEFF${lines('', '1|a', '', '  ', '2|b', '', '').join('\r\n')}`;
    expect(cells(await read(text, dataset))).toEqual([
      [3, '1', 'a'],
      [6, '2', 'b'],
    ]);
  });

  test('may have bytes that are not UTF-8', async () => {
    const text = Buffer.concat([
      Buffer.from(lines('1|ä').join('\n')),
      Buffer.from([0x85, 0x0a]),
      Buffer.from(lines('2|é')[1] as string),
    ]);
    expect(cells(await read(text, dataset))).toEqual([
      [2, '1', 'ä\uFFFD'],
      [3, '2', 'é'],
    ]);
  });

  test('is read in chunks, which lose nothing where they meet', async () => {
    const names = Array.from({ length: 6_000 }, (_, at) => `${at}|Ñandú ${at}`);
    const file = temporaryFile('some.csv', lines(...names).join('\n'));
    const chunks: Row[][] = [];
    let bytes = 0;
    for await (const chunk of readRows(file, dataset, read => (bytes = read))) chunks.push(chunk);
    expect(Math.max(...chunks.map(chunk => chunk.length))).toBeLessThanOrEqual(5_000);
    const rows = chunks.flat();
    expect(rows).toHaveLength(6_000);
    expect(rows.filter((row, at) => Object.values(row.fields)[1] !== `Ñandú ${at}`)).toEqual([]);
    expect(rows.at(-1)?.line).toBe(6_001);
    expect(bytes).toBe(Buffer.byteLength(lines(...names).join('\n')));
  });

  test('has no rows when it is empty', async () => {
    expect(await read('', dataset)).toEqual([]);
    expect(await read(`${header}\n`, dataset)).toEqual([]);
  });

  test('ends when it is one endless row', async () => {
    const endless = read(`${header}\n"${'x'.repeat(3_000_000)}`, dataset);
    await expect(endless).rejects.toThrow(/^some\.csv is broken after line \d: /);
  });

  test('has rows that are refused for their number of fields, or for a NUL', async () => {
    const rows = await read(lines('1', '1|a|x', '1|\0', '1|a').join('\n'), dataset);
    const reasons = rows.slice(0, 3).map(row => {
      try {
        return wholeRow(row, dataset);
      } catch (error) {
        return error instanceof RefusedRow ? [row.line, error.message] : error;
      }
    });
    expect(reasons).toEqual([
      [2, 'The row has 1 column, but the header has 2.'],
      [3, 'The row has 3 columns, but the header has 2.'],
      [4, 'The row has a NUL character in it.'],
    ]);
    expect(cells(rows)[1]).toEqual([3, '1', 'a', 'x']);
  });
});

test('within quotes may be commas, quotes and line breaks, and lines are counted as an editor does', async () => {
  const text = 'id,name\n1,"a, b"\r\n2,"c\r\nd\n"\n3,"e ""f"""\n\n4,g "h" i\n"5\n",j\n6,k';
  expect(cells(await read(text, quoted))).toEqual([
    [2, '1', 'a, b'],
    [3, '2', 'c\r\nd\n'],
    [6, '3', 'e "f"'],
    [8, '4', 'g "h" i'],
    [9, '5\n', 'j'],
    [11, '6', 'k'],
  ]);
});

test('a quote that is never closed is a mistake that says where', async () => {
  await expect(read('id,name\n1,a\n2,"b\n3,c\n', quoted)).rejects.toThrow(
    'some.csv is broken after line 2: a quote is never closed, or a row is longer than 1 MB.',
  );
});

test('in a tab-separated file quotes are text', async () => {
  expect(cells(await read('day\twho\n1\t"a\n2\tb "c"', tabbed))).toEqual([
    [2, '1', '"a'],
    [3, '2', 'b "c"'],
  ]);
});

test('columns without a name are kept apart', async () => {
  const nameless: StatementDataset = { ...quoted, columns: ['id', '', '', 'name'] };
  const [row] = await read('id,,,name\n1,a,b,c\n', nameless);
  expect(row?.fields).toEqual({ id: '1', 'column 2': 'a', 'column 3': 'b', name: 'c' });
});

test('without a header the first line is a row', async () => {
  const first = gdelt.columns.map((_, at) => `${at}`);
  const [row, ...others] = await read(`\uFEFF${first.join('\t')}\n`, gdelt);
  expect(row?.line).toBe(1);
  expect(row?.fields.GLOBALEVENTID).toBe('0');
  expect(row?.fields.SOURCEURL).toBe('60');
  expect(others).toEqual([]);
});
