import { lazy, Suspense, useId, useRef, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '@shared/api/schema';
import { usePerson } from '@shared/i18n/usePerson';
import { Chip } from '@shared/ui/Chip';
import styles from './AddressChips.module.css';
import type { OffersHandle, OffersProps, Shown } from './Offers';
import { parseAddress, sameAddress } from './write';

/** Where it cannot be loaded, nobody is offered and addresses are typed. */
const Offers = lazy<ComponentType<OffersProps>>(() => import('./Offers').catch(() => ({ default: () => null })));

const nobody: Address[] = [];

interface AddressChipsProps {
  label: string;
  addresses: Address[];
  onChange: (addresses: Address[]) => void;
  /** Addresses that have taken part; others are marked as new here. Absent where all are new. */
  known?: Address[];
  /** Addresses that are offered while somebody types, before those of customers. */
  offered?: Address[];
  autoFocus?: boolean;
  /** No more than this many. */
  most?: number;
}

/** Addresses as chips: type one and press Enter, comma or Tab, or choose one that is offered with the arrows; Backspace takes the last back. */
export function AddressChips({ label, addresses, onChange, known, offered = nobody, autoFocus, most = Infinity }: AddressChipsProps) {
  const { t } = useTranslation();
  const person = usePerson();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const [box, setBox] = useState<DOMRect | null>(null);
  const offers = useRef<OffersHandle>(null);
  const [shown, setShown] = useState<Shown>(null);
  const list = `${id}-offered`;
  const close = () => setBox(null);

  const add = (text: string) => {
    const parts = text.split(/[,;\n]/).filter((part) => part.trim());
    const parsed = parts.map(parseAddress);
    const fresh = parsed.filter((address) => address !== null).filter((address) => !addresses.some((present) => sameAddress(present, address)));
    const left = parts.filter((_, index) => parsed[index] === null).join(', ');
    setTyped(left);
    setWrong(left !== '');
    close();
    if (fresh.length > 0) onChange([...addresses, ...fresh].slice(0, most));
  };

  const choose = (address: Address) => {
    setTyped('');
    setWrong(false);
    close();
    onChange([...addresses, address].slice(0, most));
  };

  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.chips}>
        {addresses.map((address) => {
          const stranger = known && !known.some((one) => sameAddress(one, address));
          return (
            <Chip
              key={address.address}
              className={stranger ? styles.stranger : undefined}
              title={stranger ? t('composer.newAddress', { address: address.address }) : address.address}
              onRemove={() => onChange(addresses.filter((one) => one !== address))}
              removeLabel={t('composer.removeAddress', { address: address.address })}
            >
              {person(address)}
              {stranger && <span className={styles.tag}>{t('composer.newTag')}</span>}
            </Chip>
          );
        })}
        {addresses.length < most && (
          <input
            id={id}
            ref={input}
            type="text"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={shown !== null}
            aria-controls={shown ? list : undefined}
            aria-activedescendant={shown?.pointed}
            inputMode="email"
            autoComplete="off"
            spellCheck={false}
            autoFocus={autoFocus}
            data-focus={autoFocus ? '' : undefined}
            className={styles.input}
            value={typed}
            placeholder={addresses.length === 0 ? t('composer.addressHint') : ' '}
            aria-invalid={wrong || undefined}
            onChange={(event) => {
              setWrong(false);
              if (/[,;\n]/.test(event.target.value)) add(event.target.value);
              else {
                setTyped(event.target.value);
                setBox(event.target.getBoundingClientRect());
              }
            }}
            onBlur={() => {
              if (typed.trim()) add(typed);
              close();
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (offers.current?.take(event)) {
                event.preventDefault();
                event.stopPropagation();
              } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
                event.preventDefault();
                add(typed);
              } else if (event.key === 'Backspace' && !typed && addresses.length > 0) onChange(addresses.slice(0, -1));
            }}
          />
        )}
        {box && (
          <Suspense>
            <Offers ref={offers} id={list} typed={typed} present={addresses} people={offered} box={box} home={input.current} onShown={setShown} onChoose={choose} onClose={close} />
          </Suspense>
        )}
        {wrong && (
          <span role="alert" className={styles.wrong}>
            {t('composer.badAddress')}
          </span>
        )}
      </div>
    </div>
  );
}
