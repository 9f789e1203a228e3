import { useEffect, useImperativeHandle, useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '@shared/api/schema';
import { SuggestList } from './SuggestList';
import { useOffered } from './useOffered';

export interface OffersHandle {
  /** Takes a key that is for what is offered; false leaves it to the words. */
  take: (event: KeyboardEvent) => boolean;
}

/** What a field says to readers of what it offers; null while nothing is. */
export type Shown = { pointed: string | undefined } | null;

export interface OffersProps {
  ref: Ref<OffersHandle>;
  id: string;
  typed: string;
  present: Address[];
  people: Address[];
  box: DOMRect;
  home: HTMLElement | null;
  onShown: (shown: Shown) => void;
  onChoose: (address: Address) => void;
  onClose: () => void;
}

/** Whom the letters in a field of addresses may mean. None is pointed at until the arrows do, a pointer that lies there counts for nothing: nothing is chosen that nobody chose. */
export default function Offers({ ref, id, typed, present, people, box, home, onShown, onChoose, onClose }: OffersProps) {
  const { t } = useTranslation();
  const items = useOffered(typed, present, people);
  const [pointed, setPointed] = useState({ typed, at: -1 });
  const at = pointed.typed === typed && pointed.at < items.length ? pointed.at : -1;
  const point = (next: number) => setPointed({ typed, at: next });
  const open = items.length > 0;
  const name = at < 0 ? undefined : `${id}-${at}`;

  useEffect(() => onShown(open ? { pointed: name } : null), [onShown, open, name]);
  useEffect(() => () => onShown(null), [onShown]);
  useImperativeHandle(ref, () => ({
    take: ({ key, ctrlKey, metaKey, shiftKey }) => {
      if (!open) return false;
      const chosen = items[at];
      // Beyond either end is the field itself.
      if (key === 'ArrowDown') point(at + 1 < items.length ? at + 1 : -1);
      else if (key === 'ArrowUp') point(at < 0 ? items.length - 1 : at - 1);
      else if (key === 'Escape') onClose();
      else if (chosen && (key === 'Enter' || key === 'Tab') && !ctrlKey && !metaKey && !shiftKey) onChoose(chosen.address);
      else return false;
      return true;
    },
  }));

  return (
    <>
      {open && <SuggestList id={id} label={t('composer.offered')} items={items} at={at} box={box} home={home} onChoose={({ address }) => onChoose(address)} />}
      <span role="status" className="visually-hidden">
        {open && t('composer.fit', { count: items.length })}
      </span>
    </>
  );
}
