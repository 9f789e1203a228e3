import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '@shared/api/schema';
import { useNamed } from '@shared/i18n/useNamed';
import { IconButton } from '@shared/ui/Button';
import { Menu, type MenuItem } from '@shared/ui/Menu';
import { useReason } from '@shared/ui/Notice';
import { tell } from '@shared/ui/toast';
import { useDeleteView } from './api';

const AskDelete = lazy(() => import('@shared/ui/AskDelete').then(({ AskDelete }) => ({ default: AskDelete })));
const SaveView = lazy(() => import('./SaveView').then(({ SaveView }) => ({ default: SaveView })));

interface ViewMenuProps {
  view: View;
  /** What narrows the list now, the view among it. */
  filter: object & { view?: string };
  narrowed: boolean;
  onShow: (view: string) => void;
}

/** Keeps a narrowed list as a view, and changes or deletes one that was saved. */
export function ViewMenu({ view, filter, narrowed, onShow }: ViewMenuProps) {
  const { t } = useTranslation();
  const named = useNamed();
  const remove = useDeleteView();
  const reason = useReason();
  const [asking, setAsking] = useState(false);
  const [saving, setSaving] = useState<'new' | 'edit' | null>(null);
  const drop = () => {
    onShow('open');
    remove.mutateAsync(view.key).catch((error: unknown) => tell(reason(error), { tone: 'bad' }));
  };
  const query = { ...filter, sort: undefined, q: undefined };
  const save: MenuItem = { key: 'save', label: t('saveView.title'), icon: 'star', onSelect: () => setSaving('new') };
  const own: MenuItem[] = [
    { key: 'edit', label: t(narrowed ? 'editView.narrow' : 'editView.title'), icon: 'settings', onSelect: () => setSaving('edit') },
    { key: 'delete', label: t('saveView.delete'), icon: 'close', onSelect: () => setAsking(true) },
  ];
  return (
    <>
      {view.own ? (
        <Menu label={t('editView.menu')} align="end" groups={[{ key: 'view', items: [...(narrowed ? [save] : []), ...own] }]} trigger={(props) => <IconButton {...props} icon="star" label={t('editView.menu')} />} />
      ) : (
        narrowed && <IconButton icon="star" label={t('saveView.title')} onClick={() => setSaving('new')} />
      )}
      {asking && (
        <Suspense>
          <AskDelete name={named(view.names, view.key)} onDelete={drop} onClose={() => setAsking(false)} />
        </Suspense>
      )}
      {saving && (
        <Suspense>
          <SaveView
            query={query}
            edited={saving === 'edit' ? { ...view, name: named(view.names, view.key) } : undefined}
            onClose={() => setSaving(null)}
            onSaved={({ key }) => {
              setSaving(null);
              onShow(key);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
