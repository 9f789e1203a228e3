import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AskFirst } from './AskFirst';
import { Button } from './Button';
import { Banner, useReason } from './Notice';
import page from './Page.module.css';
import { Pill } from './Pill';
import styles from './Place.module.css';
import { Unsaved } from './LeaveGuard';

interface PlaceCardProps {
  place: { name: string; active: boolean };
  /** Stands before its name. */
  mark?: ReactNode;
  /** Switches it on or off. */
  turn: { isPending: boolean; isError: boolean; error: unknown; mutate: (change: { active: boolean }) => void };
  /** What changes it, until it is done. */
  form: (done: () => void) => ReactNode;
  /** What is told of it while it is not changed. */
  children: ReactNode;
  /** What switching it off does, told before. */
  effect: string;
  /** How its being off, and what turns it, is called where those are no places. */
  words?: { off: string; switchOff: string; switchOn: string };
  /** Stands after its name while it is on. */
  note?: ReactNode;
  /** Stands below all of it. */
  below?: ReactNode;
}

/** A store, a department or an agent in its list: shown, changed in place, switched off and on. */
export function PlaceCard({ place, mark, turn, form, children, effect, words, note, below }: PlaceCardProps) {
  const { t } = useTranslation();
  const { off, switchOff, switchOn } = words ?? { off: t('place.off'), switchOff: t('place.switchOff'), switchOn: t('place.switchOn') };
  const reason = useReason();
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const turned = place.active ? switchOff : switchOn;
  return (
    <li className={page.card}>
      <header className={styles.header}>
        <h2 className={styles.name}>
          {mark}
          {place.name}
          {place.active ? note : <Pill tone="warn">{off}</Pill>}
        </h2>
        {!editing && (
          <div className={styles.ends}>
            <Button size="s" onClick={() => setEditing(true)} aria-label={`${t('place.edit')}: ${place.name}`}>
              {t('place.edit')}
            </Button>
            <Button size="s" busy={turn.isPending} disabled={turn.isPending} onClick={() => (place.active ? setAsking(true) : turn.mutate({ active: true }))} aria-label={`${turned}: ${place.name}`}>
              {turned}
            </Button>
          </div>
        )}
      </header>
      {asking && (
        <AskFirst title={`${turned}: ${place.name}`} does={turned} onDo={() => turn.mutate({ active: false })} onClose={() => setAsking(false)}>
          {effect}
        </AskFirst>
      )}
      {turn.isError && (
        <Banner tone="bad" live="assertive">
          {reason(turn.error)}
        </Banner>
      )}
      {editing ? <Unsaved>{form(() => setEditing(false))}</Unsaved> : <p className={styles.facts}>{children}</p>}
      {below}
    </li>
  );
}
