import { cleanMail, mailPage } from './clean-mail';

const mail = '<p onclick="x()">Hi</p><script>x()</script><img data-remote-src="https://else.test/a.png"><img src="https://else.test/b.png"><form action="/x"><input></form><a href="javascript:x()">go</a>';

test('nothing in a mail runs or asks, and remote pictures wait', async () => {
  const { body, remote } = await cleanMail(mail, false);
  expect(remote).toBe(2);
  expect(body).not.toMatch(/script|onclick|<form|<input|javascript:|https:\/\/else/);
});

test('remote pictures come when they are asked for', async () => {
  const { body } = await cleanMail(mail, true);
  expect(body).toContain('src="https://else.test/a.png"');
  expect(body).toContain('src="https://else.test/b.png"');
});

test('the page of a mail allows no script, and pictures from elsewhere only when asked', () => {
  expect(mailPage('', false)).toContain("default-src 'none'");
  expect(mailPage('', false)).not.toMatch(/img-src[^;]*https:/);
  expect(mailPage('', false)).toContain(`${location.origin}/api/attachments/`);
  expect(mailPage('', true)).toMatch(/img-src[^;]*https:/);
});

test('a picture that came inside the mail is where the API is', async () => {
  const { body, remote } = await cleanMail('<img src="/api/attachments/abc?inline=1">', false);
  expect(body).toContain(`src="${location.origin}/api/attachments/abc?inline=1"`);
  expect(remote).toBe(0);
});

test.each([
  ['<p>Hello <b>there</b></p>', true],
  ['<div style="color:windowtext">As Outlook writes</div>', true],
  ['<div style="color:rgb(34,34,34);background-color:#ffffff">As Gmail writes</div>', true],
  ['<p style="color: #222222 !important; background: white none repeat scroll 0% 0%">As Thunderbird writes</p>', true],
  ['<font color="#000000">Ink</font>', true],
  ['<p style="color:#c00">Red</p>', false],
  ['<table bgcolor="#f4f4f4"><tr><td>Newsletter</td></tr></table>', false],
  ['<div style="background-image:url(data:image/png;base64,AA)">Picture</div>', false],
  ['<b></b><style>p { color: navy }</style><p>Styled</p>', false],
])('%s: in our colours, %s', async (html, bare) => {
  expect((await cleanMail(html, false)).bare).toBe(bare);
});

test('black ink and white paper go, so that the words are seen in the dark', async () => {
  const { body } = await cleanMail('<div style="color:black;background:white;font-weight:bold">Hi</div>', false);
  expect(body).toBe('<div style="font-weight:bold">Hi</div>');
});
