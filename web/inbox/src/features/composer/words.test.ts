import { fitting } from './fitting';
import { htmlOf, isTooLong, joined, mentionsOf, shows } from './words';

test('words joined keep their form where one of them has any', () => {
  expect(joined({ text: 'A', html: null }, { text: 'B', html: null })).toEqual({ text: 'A\n\nB', html: null });
  expect(joined({ text: 'A', html: null }, { text: 'B', html: '<p><strong>B</strong></p>' })).toEqual({ text: 'A\n\nB', html: '<p>A</p><p><strong>B</strong></p>' });
});

test('HTML leaves without what is there for the box alone', () => {
  expect(htmlOf({ text: '', html: '<p>A</p><p></p><ul><li><p>One</p><ul><li><p>Inner</p></li></ul></li></ul>' })).toBe('<p>A</p><ul><li>One<ul><li>Inner</li></ul></li></ul>');
});

test('mentions and pictures are found, each once', () => {
  const words = { text: '', html: '<p><mark data-mention="a">@A</mark><mark data-mention="a">@A</mark><img src="cid:u1" alt=""></p>' };
  expect(mentionsOf(words)).toEqual(['a']);
  expect([shows(words, 'u1'), shows(words, 'u2')]).toEqual([true, false]);
});

test('more than the server takes is known before it is sent', () => {
  expect([isTooLong({ text: 'x'.repeat(200_000), html: null }), isTooLong({ text: 'x'.repeat(200_001), html: null })]).toEqual([false, true]);
});

test('a name is found without its accents, those that begin with it first', () => {
  const items = [{ key: '1', label: 'Eva Jiřina' }, { key: '2', label: 'Jiří Malý' }, { key: '3', label: 'Bo' }];
  expect(fitting(items, 'jiri').map(({ key }) => key)).toEqual(['2', '1']);
});
