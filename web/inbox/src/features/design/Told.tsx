import { Problem, Unreachable } from '@shared/api/problem';
import type { Category, Connection, SlaTarget } from '@shared/api/schema';
import { Ago } from '@shared/ui/Ago';
import { Avatar } from '@shared/ui/Avatar';
import { Boundary } from '@shared/ui/Boundary';
import { Button } from '@shared/ui/Button';
import { Chip } from '@shared/ui/Chip';
import { DueMark } from '@shared/ui/DueMark';
import { icons, Icon } from '@shared/ui/Icon';
import { Mark } from '@shared/ui/Mark';
import { Banner, Empty, LoadError } from '@shared/ui/Notice';
import { Pill } from '@shared/ui/Pill';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { Standing } from '@shared/ui/Standing';
import { Stars } from '@shared/ui/Stars';
import { StateMark } from '@shared/ui/StateMark';
import { StoreDot } from '@shared/ui/StoreDot';
import { tell } from '@shared/ui/toast';
import styles from './DesignScreen.module.css';
import { Group, Specimen } from './Specimens';

const categories: Category[] = ['new', 'open', 'waiting', 'closed', 'archived'];
const tones = ['plain', 'good', 'warn', 'bad'] as const;
const hour = 3_600_000;
const from = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const target = (part: Partial<SlaTarget>): SlaTarget[] => [{ kind: 'firstReply', since: from(-4), dueAt: from(2), warned: false, breached: false, ...part }];
const connections: Connection[] = [
  { way: 'imap', fault: null, succeededAt: from(-0.1), nextAt: null, expiresAt: null },
  { way: 'smtp', fault: { code: 'sign-in-refused', text: '535 5.7.8 Authentication failed', since: from(-3) }, succeededAt: null, nextAt: from(0.2), expiresAt: null },
];

export function Told() {
  return (
    <Group name="What is told">
      <Specimen name="Banner">
        <div className={styles.wide}>
          {(['info', 'good', 'warn', 'bad'] as const).map((tone) => (
            <Banner key={tone} tone={tone} action={<Button size="s">Look</Button>}>
              <strong>Something happened.</strong> Nothing was lost; this is what to do next.
            </Banner>
          ))}
        </div>
      </Specimen>
      <Specimen name="Toasts">
        <Button onClick={() => tell('#12 closed.', { undo: () => tell('#12 is open again.') })}>With undo</Button>
        <Button onClick={() => tell('The answer to #12 was not sent.', { tone: 'bad', action: { label: 'Open', run: () => undefined } })}>Bad, with a way on</Button>
      </Specimen>
      <Specimen name="Empty">
        <Empty icon="check" title="Nothing is open" action={<Button>New conversation</Button>}>
          What customers write appears here.
        </Empty>
      </Specimen>
      <Specimen name="LoadError">
        <LoadError what="The list could not be loaded." error={new Unreachable()} onRetry={() => undefined} />
        <LoadError what="The list could not be loaded." error={new Problem(403, { title: 'You may not see this.' })} onRetry={() => undefined} />
      </Specimen>
      <Specimen name="Boundary">
        <Boundary>
          <p>What cannot be shown says so here, and the rest stays.</p>
        </Boundary>
      </Specimen>
      <Specimen name="Skeleton">
        <Loading className={styles.wide}>
          <Skeleton width="46%" height={15} />
          <Skeleton />
          <Skeleton width={32} height={32} round />
        </Loading>
      </Specimen>
      <Specimen name="StateMark">
        {categories.map((category) => (
          <StateMark key={category} category={category} name={category} />
        ))}
        {categories.map((category) => (
          <StateMark key={category} category={category} name={category} bare />
        ))}
      </Specimen>
      <Specimen name="DueMark">
        <DueMark targets={target({})} />
        <DueMark targets={target({ dueAt: from(0.3), warned: true })} />
        <DueMark targets={target({ dueAt: from(-1), warned: true, breached: true })} />
        <DueMark targets={target({})} whole />
      </Specimen>
      <Specimen name="Pill">
        {tones.map((tone) => (
          <Pill key={tone} tone={tone} icon="clock">
            {tone}
          </Pill>
        ))}
      </Specimen>
      <Specimen name="Chip">
        <Chip>delivery</Chip>
        <Chip color="#c2410c">refund</Chip>
        <Chip onRemove={() => undefined} removeLabel="Take off delivery">
          delivery
        </Chip>
        <Chip>a label that goes on for much longer than there is room for it anywhere</Chip>
      </Specimen>
      <Specimen name="Avatar">
        <Avatar name="Mia Agent" />
        <Avatar name="김민수" size={40} label="Owner: 김민수" />
        <Avatar name="x" size={18} />
      </Specimen>
      <Specimen name="Stars">
        <Stars stars={5} />
        <Stars stars={2} />
        <Stars stars={4} short />
      </Specimen>
      <Specimen name="StoreDot, Ago, Mark">
        <StoreDot color="#0f766e" label="Tea and Cups" />
        <Ago at={from(-5)} />
        <Ago at={from(-50)} style="moment" />
        <Mark />
      </Specimen>
      <Specimen name="Standing">
        <Standing connections={connections} />
      </Specimen>
      <Specimen name="Icon">
        {icons.map((name) => (
          <span key={name} className={styles.icon}>
            <Icon name={name} size={18} />
            <code>{name}</code>
          </span>
        ))}
      </Specimen>
    </Group>
  );
}
