import { table } from './csv';

test('cells in quotes keep separators, quotes and line ends', () => {
  expect(table('\uFEFFname,says\r\n"Nová, Anna","He said ""hi""\nand left"\r\n', 10)).toEqual([
    ['name', 'says'],
    ['Nová, Anna', 'He said "hi"\nand left'],
  ]);
});

test('a semicolon in the first line is the separator, and no more rows are read than asked for', () => {
  expect(table('a;b\n1,5;2\n3;4', 2)).toEqual([
    ['a', 'b'],
    ['1,5', '2'],
  ]);
  expect(table('no table at all', 5)).toBeNull();
});
