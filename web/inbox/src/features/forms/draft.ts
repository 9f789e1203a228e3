import type { Channel, FormChange, FormField, FormFieldKind, FormRoute, FormSettings } from '@shared/api/schema';
import { createUnsaved } from '@shared/ui/unsaved';

/** Texts by language. */
export type Texts = Record<string, string>;

/** A field while it is edited; its id stays when its place and key change. */
export type DraftField = FormField & { id: number };

/** A form while it is edited. */
export interface Draft {
  fields: DraftField[];
  form: FormSettings;
}

export const unsaved = createUnsaved<Draft>();

export const kinds: FormFieldKind[] = ['text', 'longText', 'choice', 'multipleChoice', 'orderNumber', 'store', 'email', 'phone', 'name', 'subject', 'date', 'file', 'consent'];

export const chooses = (kind: FormFieldKind) => kind === 'choice' || kind === 'multipleChoice' || kind === 'store';

let last = 0;

export const draftOf = ({ fields, form }: Channel): Draft => ({ fields: fields.map((field) => ({ ...field, id: ++last })), form: form ?? {} });

export const wantedOf = ({ fields, form }: Draft): FormChange => ({ fields: fields.map(({ key, kind, required, label, help, placeholder, link, options, maxLength, files }) => ({ key, kind, required, label, help, placeholder, link, options, maxLength, files })), form });

/** A new field, under a key nobody has. */
export function fieldOf(kind: FormFieldKind, taken: string[]): DraftField {
  const start = kind.toLowerCase();
  let key = start;
  for (let number = 2; taken.includes(key); number++) key = `${start}-${number}`;
  const options = kind === 'choice' || kind === 'multipleChoice' ? [{ key: 'a', label: {} }] : [];
  return { id: ++last, key, kind, required: kind === 'email' || kind === 'consent', options };
}

/** The list with one item moved a place up or down. */
export function moved<T>(list: T[], from: number, by: 1 | -1): T[] {
  const [item] = list.slice(from, from + 1);
  const rest = list.filter((_, place) => place !== from);
  return item === undefined ? list : [...rest.slice(0, from + by), item, ...rest.slice(from + by)];
}

export const replaced = <T>(list: T[], place: number, item: T) => list.map((old, at) => (at === place ? item : old));
export const without = <T>(list: T[], place: number) => list.filter((_, at) => at !== place);

export const routeOf = (field: string): FormRoute => ({ field, answers: [], department: null, store: null });
