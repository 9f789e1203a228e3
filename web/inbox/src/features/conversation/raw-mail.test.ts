import { headers, parts, places } from './raw-mail';

const mail = [
  'From: =?utf-8?q?Anna_Nov=C3=A1?= <anna@x.cz>',
  'Subject: =?utf-8?B?UMWZ?= =?utf-8?B?w61saMWh?=',
  'Content-Type: multipart/mixed;',
  ' boundary="m"',
  '',
  'A preamble',
  '--m',
  'Content-Type: multipart/alternative; boundary=a',
  '',
  '--a',
  'Content-Type: text/plain',
  '',
  'Hello',
  '--a',
  'Content-Type: text/html',
  '',
  '<p>Hello</p>',
  '--a--',
  '--m',
  'Content-Type: application/pdf; name="invoice.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERi0=',
  '--m--',
].join('\r\n');

test('folded headers are one line, and encoded words are read', () => {
  expect(headers(mail)).toEqual([
    { name: 'From', value: 'Anna Nová <anna@x.cz>' },
    { name: 'Subject', value: 'Přílhš' },
    { name: 'Content-Type', value: 'multipart/mixed; boundary="m"' },
  ]);
});

test('parts are told from the outside in', () => {
  expect(parts(mail).map(({ depth, type, name }) => [depth, type, name])).toEqual([
    [0, 'multipart/mixed', null],
    [1, 'multipart/alternative', null],
    [2, 'text/plain', null],
    [2, 'text/html', null],
    [1, 'application/pdf', 'invoice.pdf'],
  ]);
});

test('letters are found whatever their case, and no more than asked for', () => {
  expect(places('Hello hello HELLO', 'hello', 2)).toEqual([0, 6]);
  expect(places('Hello', '', 5)).toEqual([]);
});
