import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComesBy, nameable, useFoundCustomers } from '@/features/find/api';
import type { TicketRow } from '@shared/api/schema';
import { usePerson } from '@shared/i18n/usePerson';
import { Choices, type Choice } from '@shared/ui/Choices';
import { Dialog } from '@shared/ui/Dialog';
import { Icon } from '@shared/ui/Icon';
import { Kbd } from '@shared/ui/Kbd';
import { recent, remember } from '@shared/recent';
import { offered, useFoundTickets, type Command } from './api';
import styles from './Palette.module.css';

interface PaletteProps {
  commands: Command[];
  onTicket: (ticket: TicketRow) => void;
  onCustomer: (id: string) => void;
  onClose: () => void;
}

const fewCustomers = 4;

/** Anything, by a few letters of its name: places, actions, customers, and tickets. */
export function Palette({ commands, onTicket, onCustomer, onClose }: PaletteProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const person = usePerson();
  const wanted = typed.trim();
  const { data } = useFoundTickets(wanted);
  const customers = useFoundCustomers(typed);

  const [all] = useState(() => {
    const more = offered();
    const own = commands.filter(({ group }) => group === more[0]?.group);
    return [...own, ...more, ...commands.filter((command) => !own.includes(command))];
  });
  const [last] = useState(() => recent('palette'));
  const choice = (command: Command): Choice => ({
    key: command.key,
    label: command.label,
    words: command.words,
    group: command.group,
    start: <Icon name={command.icon} />,
    end: command.shortcut && <Kbd keys={command.shortcut} />,
    onSelect: () => {
      remember('palette', command.key);
      onClose();
      command.run();
    },
  });
  const used = last.flatMap((key) => all.find((command) => command.key === key) ?? []);
  const choices: Choice[] = [...used.map((command) => ({ ...choice(command), group: t('palette.recent') })), ...all.filter((command) => !used.includes(command)).map(choice)];
  for (const customer of customers.data?.slice(0, fewCustomers) ?? [])
    choices.push({
      key: `customer:${customer.id}`,
      label: person(nameable(customer)),
      words: typed,
      group: t('palette.customers'),
      start: <Icon name="user" />,
      end: <ComesBy customer={customer} />,
      onSelect: () => {
        onClose();
        onCustomer(customer.id);
      },
    });
  for (const row of data ?? [])
    choices.push({
      key: row.id,
      label: row.subject || t('row.noSubject'),
      // Found by the server in whatever field it looked: it stays, whatever is typed.
      words: typed,
      group: t('palette.tickets'),
      start: <Icon name="mail" />,
      end: (
        <span className={styles.hint}>
          {person(row.customer)} · #{row.number}
        </span>
      ),
      onSelect: () => {
        onClose();
        onTicket(row);
      },
    });

  return (
    <Dialog bare title={t('palette.label')} onClose={onClose}>
      <div className={styles.palette}>
        <Choices label={t('palette.label')} placeholder={t('palette.placeholder')} empty={t('palette.empty')} choices={choices} onType={setTyped} />
      </div>
    </Dialog>
  );
}
