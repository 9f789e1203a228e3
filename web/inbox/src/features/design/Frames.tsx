import { useRef, useState } from 'react';
import { AskDelete } from '@shared/ui/AskDelete';
import { AskFirst } from '@shared/ui/AskFirst';
import { AskTime } from '@shared/ui/AskTime';
import { Button } from '@shared/ui/Button';
import { ChannelLinks } from '@shared/ui/ChannelLinks';
import { Choices } from '@shared/ui/Choices';
import { Dialog } from '@shared/ui/Dialog';
import { TextField } from '@shared/ui/Field';
import { FoldCard } from '@shared/ui/FoldCard';
import { ListCard } from '@shared/ui/ListCard';
import { ListPage } from '@shared/ui/ListPage';
import { PlaceCard } from '@shared/ui/PlaceCard';
import { Popup } from '@shared/ui/Popup';
import { Resizer } from '@shared/ui/Resizer';
import { StoreDot } from '@shared/ui/StoreDot';
import { Unsaved } from '@shared/ui/LeaveGuard';
import styles from './DesignScreen.module.css';
import { Group, Specimen } from './Specimens';

const idle = { isPending: false, isError: false, error: null, mutate: () => undefined };
const loaded = { isError: false, error: null, refetch: () => undefined };

type Layer = 'dialog' | 'wide' | 'bare' | 'time' | 'delete' | 'first' | null;

export function Frames() {
  const [open, setOpen] = useState<Layer>(null);
  const [popped, setPopped] = useState(false);
  const [width, setWidth] = useState(240);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(null);
  return (
    <Group name="What frames the rest">
      <Specimen name="Dialog">
        <Button onClick={() => setOpen('dialog')}>Dialog</Button>
        <Button onClick={() => setOpen('wide')}>Wide</Button>
        <Button onClick={() => setOpen('bare')}>Bare</Button>
        <Button onClick={() => setOpen('time')}>AskTime</Button>
        <Button onClick={() => setOpen('delete')}>AskDelete</Button>
        <Button onClick={() => setOpen('first')}>AskFirst</Button>
      </Specimen>
      <Specimen name="Popup">
        <Button ref={button} onClick={() => setPopped(!popped)}>
          Layer
        </Button>
        {popped && (
          <Popup anchor={button} label="A layer" onClose={() => setPopped(false)}>
            <p className={styles.layer}>Beside its anchor, and gone on Escape.</p>
          </Popup>
        )}
      </Specimen>
      <Specimen name="Unsaved">
        <Unsaved>
          <TextField label="Type, and go elsewhere" />
        </Unsaved>
      </Specimen>
      <Specimen name="Resizer">
        <div className={styles.resized} style={{ width }}>
          <Resizer label="Width of the panel" width={width} least={160} most={360} onWidth={setWidth} />A panel
        </div>
      </Specimen>
      <Specimen name="ListCard and PlaceCard">
        <ul className={styles.wide}>
          <ListCard name="Urgent words" remove={idle} form={() => null}>
            <p>When a new ticket says “urgent”.</p>
          </ListCard>
          <PlaceCard place={{ name: 'Tea and Cups', active: true }} mark={<StoreDot color="#0f766e" />} effect="Its tickets stay." turn={idle} form={() => null}>
            Two channels
          </PlaceCard>
          <PlaceCard place={{ name: 'Outlet', active: false }} effect="" turn={{ ...idle, isError: true, error: new Error() }} form={() => null}>
            No channel
          </PlaceCard>
        </ul>
      </Specimen>
      <Specimen name="ChannelLinks">
        <p>
          <ChannelLinks channels={[{ id: 'support', name: 'support@x.cz' }, { id: 'chat', name: 'Chat' }]} none="No channel" />
        </p>
      </Specimen>
      <Specimen name="FoldCard">
        <div className={styles.wide}>
          <FoldCard name="support@x.cz" begins={false} sign={<StoreDot color="#0f766e" />} facts="Tea and Cups" side="No message yet">
            <p>All that can be set about it.</p>
          </FoldCard>
          <FoldCard name="Chat" begins sign={<StoreDot color="#c2410c" />}>
            <p>All that can be set about it.</p>
          </FoldCard>
        </div>
      </Specimen>
      <Specimen name="ListPage, empty">
        <div className={styles.wide} inert>
          <ListPage title="Rules" lead="What the desk does by itself." failed="" add="Add a rule" query={{ data: [], ...loaded }} empty={{ icon: 'bolt', title: 'No rule yet', lead: 'Add one, and try it on past tickets first.' }} form={() => null}>
            {() => null}
          </ListPage>
        </div>
      </Specimen>
      {open === 'first' && (
        <AskFirst title="Switch off: Outlet" does="Switch off" onDo={() => undefined} onClose={close}>
          Its tickets stay.
        </AskFirst>
      )}
      {open === 'delete' && <AskDelete name="Urgent words" onDelete={() => undefined} onClose={close} />}
      {(open === 'dialog' || open === 'wide') && (
        <Dialog
          title="Merge tickets"
          wide={open === 'wide'}
          onClose={close}
          footer={
            <>
              <Button onClick={close}>Cancel</Button>
              <Button kind="primary" onClick={close}>
                Merge
              </Button>
            </>
          }
        >
          <TextField label="Number" inputMode="numeric" />
        </Dialog>
      )}
      {open === 'bare' && (
        <Dialog bare title="Anything" onClose={close}>
          <Choices label="Anything" placeholder="Type to find" empty="Nothing of that name" choices={[{ key: 'reply', label: 'Reply', group: 'Ticket', onSelect: close }]} />
        </Dialog>
      )}
      {open === 'time' && <AskTime title="Send later" label="When" done="Send" onTime={close} onClose={close} />}
    </Group>
  );
}
