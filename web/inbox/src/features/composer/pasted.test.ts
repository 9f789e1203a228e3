import { cleanPaste } from './pasted';

test('lists of Word become lists, on their levels', () => {
  const item = (level: number, sign: string, text: string) => `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${sign}<span> </span></span>${text}</p>`;
  expect(cleanPaste(item(1, '·', 'One') + item(2, 'o', 'Inner') + item(1, '·', 'Two'))).toBe('<ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul>');
  expect(cleanPaste(item(1, '1.', 'One') + item(1, '2.', 'Two'))).toBe('<ol><li>One</li><li>Two</li></ol>');
});

test('Google Docs says by style what is bold, and is not bold as a whole', () => {
  expect(cleanPaste('<b style="font-weight:normal" id="docs-internal"><p><span style="font-weight:700;color:#f00">Dear</span> Anna</p></b>')).toBe('<p><span><strong>Dear</strong></span> Anna</p>');
});

test('what could run, reach out or hide does not come along', () => {
  const clean = cleanPaste('<style>p{}</style><script>x()</script><p onclick="x()" class="a">Hi<img src="https://t.test/p.gif"><span style="display:none">secret</span></p><a href="javascript:x()">bad</a> <a href="https://x.test/" target="_top">good</a>');
  expect(clean).toBe('<p>Hi</p>bad <a href="https://x.test/">good</a>');
});

test('a table can be read, and one for the look alone is none', () => {
  expect(cleanPaste('<table><tr><th>Item</th><th>Price</th></tr><tr><td>Cup</td><td>10</td></tr></table>')).toBe('<p><strong>Item</strong> | <strong>Price</strong></p><p>Cup | 10</p>');
  expect(cleanPaste('<table><tr><td><p>Hello</p></td></tr></table>')).toBe('<p>Hello</p>');
});
