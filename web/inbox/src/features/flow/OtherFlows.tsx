import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workflow } from '@shared/api/schema';
import type { TextKey } from '@shared/i18n';
import { Button } from '@shared/ui/Button';
import { Menu } from '@shared/ui/Menu';
import { useFlowVersions, useReadyFlows } from './api';
import styles from './FlowScreen.module.css';

const readyNames: Record<string, TextKey> = { simple: 'readyFlow.simple', shop: 'readyFlow.shop', technical: 'readyFlow.technical' };

/** Workflows to begin with, and those that were in force before; either becomes the drawing, not yet the workflow. */
export function OtherFlows({ inForce, onTake }: { inForce: Workflow; onTake: (flow: Workflow) => void }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const ready = useReadyFlows(asked).data ?? [];
  const versions = (useFlowVersions(asked).data ?? []).filter(({ version }) => version !== inForce.version);
  return (
    <div className={styles.ends} onPointerEnter={() => setAsked(true)} onFocus={() => setAsked(true)}>
      <Menu
        label={t('flow.begin')}
        groups={[{ key: 'ready', items: ready.map(({ key, workflow }) => ({ key, label: t(readyNames[key] ?? 'readyFlow.simple'), onSelect: () => onTake(workflow) })) }]}
        trigger={(props) => <Button {...props}>{t('flow.begin')}</Button>}
      />
      <Menu
        label={t('flow.versions')}
        groups={[
          {
            key: 'versions',
            items: versions.length > 0 ? versions.map((flow) => ({ key: String(flow.version), label: t('flow.version', { version: flow.version, by: flow.savedBy ?? '' }), onSelect: () => onTake(flow) })) : [{ key: 'none', label: t('flow.noVersions'), onSelect: () => undefined }],
          },
        ]}
        trigger={(props) => <Button {...props}>{t('flow.versions')}</Button>}
      />
    </div>
  );
}
