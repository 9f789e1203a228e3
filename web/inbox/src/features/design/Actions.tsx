import { useState } from 'react';
import { Button, IconButton } from '@shared/ui/Button';
import type { Choice } from '@shared/ui/Choices';
import { Kbd } from '@shared/ui/Kbd';
import { Menu } from '@shared/ui/Menu';
import { NavLink } from '@shared/ui/NavLink';
import { Picker } from '@shared/ui/Picker';
import { Group, Specimen } from './Specimens';

const kinds = ['primary', 'plain', 'quiet', 'danger'] as const;
const people = ['Mia Agent', 'Jana Nováková', '김민수'];

export function Actions() {
  const [sort, setSort] = useState('newest');
  const [person, setPerson] = useState('Mia Agent');
  const choices: Choice[] = people.map((name) => ({ key: name, label: name, group: 'Agents', chosen: name === person, onSelect: () => setPerson(name) }));
  return (
    <Group name="What is pressed">
      {kinds.map((kind) => (
        <Specimen key={kind} name={`Button, ${kind}`}>
          <Button kind={kind}>Send</Button>
          <Button kind={kind} icon="send">
            Send
          </Button>
          <Button kind={kind} size="s">
            Send
          </Button>
          <Button kind={kind} size="s" icon="send">
            Send
          </Button>
          <Button kind={kind} busy disabled>
            Sending
          </Button>
          <Button kind={kind} disabled>
            Send
          </Button>
        </Specimen>
      ))}
      <Specimen name="IconButton">
        <IconButton icon="reply" label="Reply" shortcut="r" />
        <IconButton icon="reply" label="Reply" size="s" />
        <IconButton icon="panel" label="Show the panel" aria-pressed />
        <IconButton icon="reply" label="Reply, which is not possible now" disabled />
      </Specimen>
      <Specimen name="Menu">
        <Menu
          label="Sort"
          groups={[
            { key: 'sort', label: 'Order', items: ['newest', 'oldest'].map((key) => ({ key, label: key, checked: key === sort, onSelect: () => setSort(key) })) },
            { key: 'more', items: [{ key: 'print', label: 'Print', icon: 'file', shortcut: 'p', onSelect: () => undefined }] },
          ]}
          trigger={(props) => (
            <Button {...props} icon="sort">
              Menu
            </Button>
          )}
        />
      </Specimen>
      <Specimen name="Picker">
        <Picker label="Assign" placeholder="Find somebody" empty="Nobody of that name" choices={choices} trigger={(props) => <Button {...props}>{person}</Button>} />
        <Picker label="Nobody to choose" placeholder="Find somebody" empty="Nobody of that name" choices={[]} trigger={(props) => <Button {...props}>Empty</Button>} />
      </Specimen>
      <Specimen name="NavLink">
        <nav aria-label="Places" style={{ width: 220 }}>
          <NavLink to="/_design" icon="inbox" current end={<span>12</span>}>
            All open
          </NavLink>
          <NavLink to="/_design" icon="user" current={false}>
            A name that is far too long for its place
          </NavLink>
        </nav>
      </Specimen>
      <Specimen name="Kbd">
        <Kbd keys="j" />
        <Kbd keys="g i" />
        <Kbd keys="mod+Enter" />
        <Kbd keys="Escape" />
      </Specimen>
    </Group>
  );
}
