import { useState } from 'react';
import { CheckList } from '@shared/ui/CheckList';
import { CopyField } from '@shared/ui/CopyField';
import { SelectField, TextArea, TextField } from '@shared/ui/Field';
import { Segments } from '@shared/ui/Segments';
import { Switch } from '@shared/ui/Switch';
import { Group, Specimen } from './Specimens';

const days = [
  { key: 'mo', name: 'Monday' },
  { key: 'tu', name: 'Tuesday' },
  { key: 'we', name: 'Wednesday' },
];

export function Fields() {
  const [chosen, setChosen] = useState(['mo']);
  const [day, setDay] = useState('mo');
  const [on, setOn] = useState(true);
  return (
    <Group name="What is filled in">
      <Specimen name="TextField">
        <TextField label="Name" placeholder="Tea and Cups" />
        <TextField label="Support address" hint="Customers see it as the sender." defaultValue="help@shop.example" />
        <TextField label="Support address" error="This does not look like an address." defaultValue="help@" />
        <TextField label="Name" disabled defaultValue="Tea and Cups" />
      </Specimen>
      <Specimen name="TextArea">
        <TextArea label="Signature" hint="Below every answer." defaultValue={'Kind regards\n{agent}'} />
        <TextArea label="Signature" error="This is too long." defaultValue="…" />
      </Specimen>
      <Specimen name="SelectField">
        <SelectField label="Department" hint="Where new tickets go.">
          <option>Support</option>
          <option>Billing</option>
        </SelectField>
        <SelectField label="Department" error="Choose one.">
          <option />
        </SelectField>
      </Specimen>
      <Specimen name="Switch">
        <Switch label="Sound" hint="When somebody writes in a ticket of yours." on={on} onChange={setOn} />
        <Switch label="Sound" on={!on} onChange={(other) => setOn(!other)} />
      </Specimen>
      <Specimen name="Segments">
        <Segments label="Day" options={days} chosen={day} onChoose={setDay} />
      </Specimen>
      <Specimen name="CheckList">
        <CheckList label="Days" hint="On which somebody is there." options={days} chosen={chosen} onChange={setChosen} />
      </Specimen>
      <Specimen name="CopyField">
        <CopyField label="Address" value="https://desk.example/api/ingest/email/support" />
      </Specimen>
    </Group>
  );
}
