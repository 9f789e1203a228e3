import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionField } from '@shared/api/schema';
import { useNamed } from '@shared/i18n/useNamed';
import { Button, IconButton } from '@shared/ui/Button';
import { SelectField, TextArea, TextField } from '@shared/ui/Field';
import { Switch } from '@shared/ui/Switch';
import { choicesOf, free, keyOfName } from './draft';
import styles from './FlowScreen.module.css';
import { NamesField } from './NamesField';

const types: ActionField['type'][] = ['text', 'choice', 'number', 'date'];

interface FieldListProps {
  fields: ActionField[];
  error: (part: string) => string | undefined;
  onChange: (fields: ActionField[]) => void;
  /** What it is called where it is not what an action asks. */
  label?: string;
  /** The keys in force, where each has one of its own choice and none is required; that of a new one follows its name until it is changed. */
  keys?: ReadonlySet<string>;
  /** What else is said of the one at this place. */
  more?: (at: number) => ReactNode;
}

/** What an action asks before it runs. */
export function FieldList({ fields, error, onChange, label, keys, more }: FieldListProps) {
  const { t } = useTranslation();
  const named = useNamed();
  const edit = (at: number, part: Partial<ActionField>) => onChange(fields.map((field, place) => (place === at ? { ...field, ...part } : field)));
  const keyFor = (names: ActionField['names'], at: number) => free(keyOfName(named(names)) || 'field', fields.filter((_, place) => place !== at).map(({ key }) => key));
  const rename = (at: number, { key, names: before }: ActionField, names: ActionField['names']) =>
    edit(at, { names, ...(keys && !keys.has(key) && key === keyFor(before, at) && { key: keyFor(names, at) }) });
  return (
    <fieldset className={styles.fields}>
      <legend>{label ?? t('flow.asks')}</legend>
      {fields.map((field, at) => (
        <div key={at} className={styles.field}>
          <div className={styles.fieldHead}>
            <NamesField label={t('flow.name')} names={field.names} error={error(`[${at}].names`) ?? (keys ? undefined : error(`[${at}].key`))} onChange={(names) => rename(at, field, names)} />
            <IconButton icon="close" size="s" label={`${t('flow.remove')}: ${named(field.names, field.key)}`} onClick={() => onChange(fields.filter((_, place) => place !== at))} />
          </div>
          {keys && <TextField label={t('fields.key')} hint={t('flow.keyHint')} error={error(`[${at}].key`)} maxLength={40} value={field.key} onChange={({ target }) => edit(at, { key: target.value })} />}
          <SelectField label={t('flow.fieldType')} value={field.type} onChange={({ target }) => edit(at, { type: target.value as ActionField['type'], choices: target.value === 'choice' ? field.choices : [] })}>
            {types.map((type) => (
              <option key={type} value={type}>
                {t(`fieldType.${type}`)}
              </option>
            ))}
          </SelectField>
          {field.type === 'choice' && (
            <ChoicesField choices={field.choices} error={error(`[${at}].choices`)} onChange={(choices) => edit(at, { choices })} />
          )}
          {!keys && <Switch label={t('flow.required')} on={field.required} onChange={(required) => edit(at, { required })} />}
          {more?.(at)}
        </div>
      ))}
      <div>
        <Button size="s" icon="plus" onClick={() => onChange([...fields, { key: keyFor({}, fields.length), type: 'text', required: false, names: {}, choices: [] }])}>
          {t(keys ? 'fields.add' : 'flow.addField')}
        </Button>
      </div>
    </fieldset>
  );
}

const linesOf = (text: string) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** One choice a line. What is typed stays as typed while it says the same. */
function ChoicesField({ choices, error, onChange }: { choices: ActionField['choices']; error: string | undefined; onChange: (choices: ActionField['choices']) => void }) {
  const { t, i18n } = useTranslation();
  const named = useNamed();
  const nameOf = ({ names, key }: ActionField['choices'][number]) => named(names, key);
  const said = choices.map(nameOf).join('\n');
  const [typed, setTyped] = useState(said);
  const [begun, setBegun] = useState(choices);
  const change = (text: string) => {
    setTyped(text);
    onChange(choicesOf(choices, linesOf(text), i18n.language, nameOf, begun));
  };
  return <TextArea label={t('flow.choices')} rows={4} error={error} value={linesOf(typed).join('\n') === said ? typed : said} onFocus={() => setBegun(choices)} onChange={({ target }) => change(target.value)} />;
}
