const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** RFC 2047 §4.1, for what is not plain ASCII. */
const word = (text: string) => (/^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${base64(text)}?=`);

const quoted = (text: string) => (/^[\x20-\x7e]*$/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : word(text));

interface TestMail {
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
}

/** A small mail as it would come from a mail server (RFC 5322). */
export function testMail({ from, to, subject, text }: TestMail, now = new Date(), id: string = crypto.randomUUID()): string {
  const domain = from.address.split('@')[1] ?? 'localhost';
  return [
    `From: ${quoted(from.name)} <${from.address}>`,
    `To: <${to}>`,
    `Subject: ${word(subject)}`,
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}@${domain}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(text).replace(/.{76}/g, '$&\r\n'),
    '',
  ].join('\r\n');
}
