import { useTranslation } from 'react-i18next';
import { keyOf } from '@shared/keys/table';
import { IconButton } from '@shared/ui/Button';
import { Menu } from '@shared/ui/Menu';
import { columns, densities, layouts, setArrangement, useArrangement } from './arrangement';
import { columnNames } from './columns';

/** How lists look: layout, density, and the columns of the table. */
export function ArrangeMenu({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation();
  const arrangement = useArrangement();
  return (
    <Menu
      label={t('arrange.label')}
      align="end"
      groups={[
        { key: 'layout', label: t('arrange.layout'), items: layouts.map((layout) => ({ key: layout, label: t(`layout.${layout}`), checked: arrangement.layout === layout, onSelect: () => setArrangement({ layout }) })) },
        { key: 'density', label: t('arrange.density'), items: densities.map((density) => ({ key: density, label: t(`density.${density}`), checked: arrangement.density === density, onSelect: () => setArrangement({ density }) })) },
        ...(arrangement.layout === 'table'
          ? [
              {
                key: 'columns',
                label: t('arrange.columns'),
                items: columns.map((column) => ({
                  key: column,
                  label: t(columnNames[column]),
                  checked: arrangement.columns.includes(column),
                  onSelect: () => setArrangement({ columns: columns.filter((one) => (one === column ? !arrangement.columns.includes(one) : arrangement.columns.includes(one))) }),
                })),
              },
            ]
          : []),
        { key: 'choose', items: [{ key: 'choose', label: t('bulk.begin'), icon: 'check', shortcut: keyOf('select'), onSelect: onChoose }] },
      ]}
      trigger={(props) => <IconButton {...props} icon="layout" label={t('arrange.label')} />}
    />
  );
}
