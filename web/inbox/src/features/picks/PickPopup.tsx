import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextKey } from '@shared/i18n';
import { Choices } from '@shared/ui/Choices';
import { Popup } from '@shared/ui/Popup';
import type { Deeds, Pick } from './useDeeds';

export const pickTexts: Record<Pick, { label: TextKey; find: TextKey; none: TextKey }> = {
  assign: { label: 'assign.label', find: 'assign.find', none: 'assign.none' },
  forward: { label: 'ticketCard.forward', find: 'bulk.findDepartment', none: 'bulk.noDepartment' },
  label: { label: 'ticketCard.addLabel', find: 'ticketCard.findLabel', none: 'ticketCard.noLabels' },
  priority: { label: 'filter.priority', find: 'filter.find', none: 'filter.none' },
  snooze: { label: 'snooze.label', find: 'bulk.findTime', none: 'filter.none' },
};

/** One thing to pick for a ticket or for many: type to narrow, Enter chooses. */
export function PickPopup({ pick, deeds, anchor, onClose }: { pick: Pick; deeds: Deeds; anchor: RefObject<HTMLElement | null>; onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const { label, find, none } = pickTexts[pick];
  return (
    <Popup anchor={anchor} align="end" label={t(label)} onClose={onClose}>
      <Choices
        label={t(label)}
        placeholder={t(find)}
        empty={t(none)}
        onType={setTyped}
        choices={deeds[pick](typed).map((choice) => ({
          ...choice,
          onSelect: () => {
            onClose();
            choice.onSelect();
          },
        }))}
      />
    </Popup>
  );
}
