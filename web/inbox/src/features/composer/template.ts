import type { MessageTemplate, TemplateChoice } from '@shared/api/schema';

const filled = (text: string | undefined, blank: string) => (text === undefined || text.trim() === '' ? blank : text.trim());

const gap = /\{\{\s*([A-Za-z0-9_]{1,60})\s*\}\}/g;

/** What the customer will read; a gap that is not filled yet shows what belongs there. */
export function previewOf(template: MessageTemplate, texts: Record<string, string>) {
  const said = (place: string, text: string) => text.replace(gap, (_, name: string) => filled(texts[`${place}.${name}`], `[${name}]`));
  return [
    template.header === null ? '' : said('header', template.header),
    said('body', template.body),
    template.footer ?? '',
    ...template.buttons.map(({ text, url }, index) => (url === null ? `[${text}]` : `[${text}] ${url.replace(gap, () => filled(texts[`button.${index}`], '…'))}`)),
  ]
    .filter(Boolean)
    .join('\n\n');
}

export const keyOf = ({ name, language }: MessageTemplate) => `${name} ${language}`;

export const isFilled = (template: MessageTemplate | undefined, texts: Record<string, string>) => template?.gaps.every(({ key }) => filled(texts[key], '') !== '') ?? false;

export const choiceOf = (template: MessageTemplate, texts: Record<string, string>): TemplateChoice => ({
  name: template.name,
  language: template.language,
  parameters: Object.fromEntries(template.gaps.map(({ key }) => [key, texts[key] ?? ''])),
});
