import { getSchema } from '@tiptap/core';
import { DOMParser as Reader } from '@tiptap/pm/model';
import { textOf } from './plain-text';
import { documentOf, extensions } from './schema';

const schema = getSchema(extensions(''));
const said = (html: string) => {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  return textOf(Reader.fromSchema(schema).parse(body));
};

test('lists have dashes or numbers, and are set in', () => {
  expect(said('<ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul>')).toBe('- One\n  - Inner\n- Two');
  expect(said('<ol start="3"><li>Three</li><li>Four</li></ol>')).toBe('3. Three\n4. Four');
});

test('links say where they lead, unless their words do', () => {
  expect(said('<p>See <a href="https://x.test/a"><strong>the</strong> page</a>.</p>')).toBe('See the page (https://x.test/a).');
  expect(said('<p><a href="https://x.test/">x.test</a> <a href="mailto:a@x.test">a@x.test</a></p>')).toBe('x.test a@x.test');
});

test('quotes, mentions and pictures are said in words', () => {
  expect(said('<blockquote><p>One</p><p>Two</p></blockquote><p>So</p>')).toBe('> One\n>\n> Two\n\nSo');
  expect(said('<p>Ask <mark data-mention="col">@Col League</mark> <img src="cid:u1" alt="shot.png"></p>')).toBe('Ask @Col League [shot.png]');
});

test('plain words come back as they were, each one place further on', () => {
  const text = 'Hello <Anna>,\n\nit is\ncoming. مرحبا 🎉';
  const doc = schema.nodeFromJSON(documentOf(text));
  expect(textOf(doc)).toBe(text);
  expect(doc.textBetween(text.indexOf('coming') + 1, text.indexOf('coming') + 7)).toBe('coming');
});
