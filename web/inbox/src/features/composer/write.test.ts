import { asHtml, parseAddress } from './write';

test('text becomes paragraphs and line ends, with nothing of it read as HTML', () => {
  expect(asHtml('Hi <b>\nthere\n\nBye & "so"')).toBe('<p>Hi &lt;b&gt;<br>there</p><p>Bye &amp; &quot;so&quot;</p>');
});

test('an address is read with or without a name', () => {
  expect(parseAddress(' anna@x.cz ')).toEqual({ name: null, address: 'anna@x.cz' });
  expect(parseAddress('Anna Nová <anna@x.cz>')).toEqual({ name: 'Anna Nová', address: 'anna@x.cz' });
  expect(parseAddress('anna@')).toBeNull();
});
