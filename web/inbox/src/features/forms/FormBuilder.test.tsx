import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { channel } from '@/test/channel';
import { Refusal, serve, show } from '@/test/desk';
import type { Channel, FormChange } from '@shared/api/schema';
import { unsaved } from './draft';
import { FormBuilder } from './FormBuilder';

const contact: Channel = {
  ...channel,
  id: 'contact',
  kind: 'form',
  name: 'Contact form',
  fields: [
    { key: 'email', kind: 'email', required: true },
    { key: 'message', kind: 'longText', required: true },
  ],
  form: { routes: [] },
};

const open = (answer: (call: { body: unknown }) => unknown = ({ body }) => ({ ...contact, ...(body as FormChange) })) => {
  const calls = serve({ 'POST /api/channels/contact/form/preview': () => ({ html: '<p>Preview</p>', labels: { email: 'E-mail', message: 'Message' } }), 'PUT /api/channels/contact/form': answer });
  return { calls, ...show(<FormBuilder channel={contact} language="en" />) };
};
const add = (kind: string) => userEvent.selectOptions(screen.getByRole('combobox', { name: 'Add a field' }), kind);
const fields = () => within(screen.getByRole('region', { name: 'Fields' })).getAllByRole('listitem').length;

afterEach(() => unsaved.clear());

test('a field that is added is saved with the rest, under a key of its own', async () => {
  const { calls } = open();
  await add('Order number');
  await add('Text');
  await userEvent.click(screen.getByRole('button', { name: 'Save form' }));
  await screen.findByText('Saved');
  const told = calls.find(({ method }) => method === 'PUT')?.body as FormChange;
  expect(told.fields?.map(({ key }) => key)).toEqual(['email', 'message', 'ordernumber', 'text']);
});

test('what is built and not saved outlives a look at another page', async () => {
  const { unmount } = open();
  await add('Phone');
  expect(fields()).toBe(3);
  unmount();
  open();
  expect(fields()).toBe(3);
});

test('a field nobody named is called what visitors read', async () => {
  open();
  const field = await screen.findByRole('listitem', { name: 'Message' });
  await userEvent.click(within(field).getByRole('button', { expanded: false }));
  expect(within(field).getByRole('textbox', { name: 'Question' })).toHaveAttribute('placeholder', 'Message');
});

test('a refused form keeps what was built and says why at its place', async () => {
  open(() => new Refusal(422, { code: 'form-invalid', errors: { fields: 'Ask for an e-mail address.' } }));
  await add('Phone');
  await userEvent.click(screen.getByRole('button', { name: 'Save form' }));
  expect(await screen.findByText('Ask for an e-mail address.')).toBeVisible();
  expect(fields()).toBe(3);
});
