const most = 6;

const words = /(?:\border|objedn[aá]v|obj\. ?č|zam[oó]wieni|zam\. ?nr|заказ|주문)[^\d#\n]{0,24}?#?((?:(?<!\p{L})[A-Z]{1,4}-?)?\d{4,14})(?![\d.,]\d)/giu;
const hashed = /(?:^|[\s("'])#([A-Z]{0,4}-?\d{4,14})\b/gu;
/** Letters before a number belong to it only as capitals: `no4821` is 4821. */
const lowly = /^[a-z]+-?/u;
const field = /order|objedn|zam[oó]w|заказ|주문/iu;

interface Said {
  subject: string;
  text: string;
}

/** The order numbers a customer names, in what they wrote and in answers of a form, each once and newest said last; `not` are numbers that mean something else. */
export function ordersIn(said: readonly Said[], fields: Record<string, string>, not: readonly string[]): string[] {
  const found = new Set<string>();
  for (const [key, value] of Object.entries(fields)) if (field.test(key) && /\d/.test(value) && value.length <= 40) found.add(value.trim().replace(/^#/, ''));
  for (const { subject, text } of said) for (const part of [subject, text]) for (const like of [words, hashed]) for (const [, number] of part.matchAll(like)) if (number) found.add(number.replace(lowly, ''));
  return [...found].filter((number) => !not.includes(number)).slice(0, most);
}
