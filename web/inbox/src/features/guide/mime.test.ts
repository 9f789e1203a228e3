import { testMail } from './mime';

test('a test mail is a mail as a server would hand it over', () => {
  const mail = testMail({ from: { name: 'Jan "J" Novák', address: 'jan@shop.cz' }, to: 'help@shop.cz', subject: 'Test 1', text: 'Dobrý den' }, new Date('2025-06-01T10:00:00Z'), 'id');
  const [head, body] = mail.split('\r\n\r\n');
  expect(head?.split('\r\n')).toEqual([
    'From: =?UTF-8?B?SmFuICJKIiBOb3bDoWs=?= <jan@shop.cz>',
    'To: <help@shop.cz>',
    'Subject: Test 1',
    'Date: Sun, 01 Jun 2025 10:00:00 +0000',
    'Message-ID: <id@shop.cz>',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ]);
  expect(body?.trim()).toBe('RG9icsO9IGRlbg==');
});
