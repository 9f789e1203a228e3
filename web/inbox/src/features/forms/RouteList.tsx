import { useTranslation } from 'react-i18next';
import { useDepartments } from '@/features/departments/api';
import { useStores } from '@/features/stores/api';
import type { FormRoute } from '@shared/api/schema';
import { useNamed } from '@shared/i18n/useNamed';
import { Button, IconButton } from '@shared/ui/Button';
import { SelectField } from '@shared/ui/Field';
import { chooses, moved, replaced, routeOf, without, type DraftField } from './draft';
import styles from './Forms.module.css';

interface RouteListProps {
  fields: DraftField[];
  labelOf: (field: DraftField) => string;
  routes: FormRoute[];
  errors: Record<string, string>;
  onChange: (routes: FormRoute[]) => void;
}

/** Where submissions go by what was answered; the first route that fits counts. */
export function RouteList({ fields, labelOf, routes, errors, onChange }: RouteListProps) {
  const { t } = useTranslation();
  const name = useNamed();
  const stores = useStores();
  const departments = useDepartments();
  const choosers = fields.filter(({ kind }) => chooses(kind));
  const offered = (field: DraftField | undefined): [string, string][] => {
    if (!field) return [];
    const options = field.options ?? [];
    if (field.kind === 'store') return stores.filter(({ id }) => options.length === 0 || options.some(({ key }) => key === id)).map((store) => [store.id, store.name]);
    return options.map(({ key, label }) => [key, name(label, '') || key]);
  };

  return (
    <div className={styles.routes}>
      <p className={styles.fact}>{choosers.length === 0 ? t('forms.noChooser') : t('forms.routesHint')}</p>
      {errors['form.routes'] && <p className={styles.fault}>{errors['form.routes']}</p>}
      <ol className={styles.list}>
        {routes.map((route, place) => {
          const field = choosers.find(({ key }) => key === route.field);
          const error = (part: string) => errors[`form.routes.${place}.${part}`];
          const edit = (part: Partial<FormRoute>) => onChange(replaced(routes, place, { ...route, ...part }));
          const title = t('forms.route', { number: place + 1 });
          return (
            <li key={place} className={styles.route} aria-label={title}>
              <div className={styles.line}>
                <span className={styles.name}>{title}</span>
                <IconButton icon="down" size="s" className={styles.up} label={t('forms.up', { name: title })} disabled={place === 0} onClick={() => onChange(moved(routes, place, -1))} />
                <IconButton icon="down" size="s" label={t('forms.down', { name: title })} disabled={place === routes.length - 1} onClick={() => onChange(moved(routes, place, 1))} />
                <IconButton icon="close" size="s" label={t('forms.remove', { name: title })} onClick={() => onChange(without(routes, place))} />
              </div>
              <SelectField label={t('forms.routeField')} value={route.field} error={error('field')} onChange={({ target }) => edit({ field: target.value, answers: [] })}>
                {!field && <option value={route.field}>{route.field}</option>}
                {choosers.map((one) => (
                  <option key={one.id} value={one.key}>
                    {labelOf(one)}
                  </option>
                ))}
              </SelectField>
              <fieldset className={styles.options}>
                <legend>{t('forms.routeAnswers')}</legend>
                {offered(field).map(([key, label]) => (
                  <label key={key} className={styles.check}>
                    <input type="checkbox" checked={route.answers.includes(key)} onChange={({ target }) => edit({ answers: target.checked ? [...route.answers, key] : route.answers.filter((one) => one !== key) })} />
                    {label}
                  </label>
                ))}
                {error('answers') && <p className={styles.fault}>{error('answers')}</p>}
              </fieldset>
              <div className={styles.pair}>
                <SelectField label={t('forms.toDepartment')} value={route.department ?? ''} error={error('department')} onChange={({ target }) => edit({ department: target.value || null })}>
                  <option value="">{t('forms.asUsual')}</option>
                  {departments.map(({ id, name: department }) => (
                    <option key={id} value={id}>
                      {department}
                    </option>
                  ))}
                </SelectField>
                <SelectField label={t('forms.toStore')} value={route.store ?? ''} error={error('store')} onChange={({ target }) => edit({ store: target.value || null })}>
                  <option value="">{t('forms.asUsual')}</option>
                  {stores.map((store) => (
                    <option key={store.id} value={store.id}>
                      {store.name}
                    </option>
                  ))}
                </SelectField>
              </div>
            </li>
          );
        })}
      </ol>
      <Button size="s" icon="plus" className={styles.more} disabled={choosers.length === 0} onClick={() => onChange([...routes, routeOf(choosers[0]?.key ?? '')])}>
        {t('forms.addRoute')}
      </Button>
    </div>
  );
}
