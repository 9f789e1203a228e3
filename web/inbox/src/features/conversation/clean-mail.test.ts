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
  expect(mailPage('', false)).not.toContain('https:');
  expect(mailPage('', false)).toContain(`${location.origin}/api/attachments/`);
  expect(mailPage('', true)).toContain('https:');
});

test('a picture that came inside the mail is where the API is', async () => {
  const { body, remote } = await cleanMail('<img src="/api/attachments/abc?inline=1">', false);
  expect(body).toContain(`src="${location.origin}/api/attachments/abc?inline=1"`);
  expect(remote).toBe(0);
});
