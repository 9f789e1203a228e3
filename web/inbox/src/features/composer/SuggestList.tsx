import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import choices from '@shared/ui/Choices.module.css';
import { cx } from '@shared/ui/cx';
import popup from '@shared/ui/Popup.module.css';
import type { Offer } from './suggest';

const edge = 8;

/** What is offered at the caret; the keys stay with the words. */
export function SuggestList({ id, offer, home, onPoint }: { id: string; offer: Offer; home: HTMLElement | null; onPoint: (at: number) => void }) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  const { box } = offer;
  useLayoutEffect(() => {
    const layer = ref.current;
    if (!layer || !box) return;
    if ('showPopover' in layer && !layer.matches(':popover-open')) layer.showPopover();
    const up = innerHeight - box.bottom < layer.offsetHeight + edge && box.top > innerHeight - box.bottom;
    layer.style.left = `${Math.max(edge, Math.min(box.left, innerWidth - layer.offsetWidth - edge))}px`;
    layer.style.top = up ? 'auto' : `${box.bottom + 4}px`;
    layer.style.bottom = up ? `${innerHeight - box.top + 4}px` : 'auto';
  }, [box, offer.items]);
  useLayoutEffect(() => {
    ref.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [offer.at]);
  const label = offer.kind === 'mention' ? t('write.mention') : t('replies.find');
  return createPortal(
    <div ref={ref} popover="manual" className={popup.popup}>
      <div id={id} role="listbox" aria-label={label} className={choices.list}>
        {offer.items.map((item, index) => (
          <div
            key={item.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === offer.at}
            className={cx(choices.choice, index === offer.at && choices.active)}
            onPointerMove={() => onPoint(index)}
            onMouseDown={(event) => {
              event.preventDefault();
              offer.choose(item);
            }}
          >
            <span className={choices.label}>{item.label}</span>
            {item.hint}
          </div>
        ))}
        {offer.items.length === 0 && <p className={choices.empty}>{offer.kind === 'mention' ? t('write.nobody') : t('replies.none')}</p>}
      </div>
    </div>,
    home?.closest('dialog') ?? document.body,
  );
}
