import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Refusal, serve, show } from '@/test/desk';
import type { Address, CustomerFound } from '@shared/api/schema';
import { AddressChips } from './AddressChips';

const identity = (kind: string, value: string) => ({ kind, value, proven: false, cameBack: null });
const anna: CustomerFound = { id: 'k1', name: 'Anna Dvořáková', identities: [identity('email', 'anna@x.test'), identity('whatsapp', '420777123456')] };
const annie: CustomerFound = { id: 'k2', name: 'Annie Blake', identities: [identity('email', 'annie@y.test'), identity('email', 'work@y.test')] };
const caller: CustomerFound = { id: 'k3', name: 'Anneke', identities: [identity('phone', '+420777')] };
const mia: Address = { name: 'Mia Agent', address: 'mia@shop.test' };

const found = 'GET /api/customers';
const sent = vi.fn<(addresses: Address[]) => void>();

function To({ offered }: { offered?: Address[] }) {
  const [addresses, setAddresses] = useState<Address[]>([]);
  return (
    <AddressChips
      label="To"
      addresses={addresses}
      offered={offered}
      onChange={(next) => {
        sent(next);
        setAddresses(next);
      }}
    />
  );
}

const to = () => screen.getByRole('combobox', { name: 'To' });
const options = () => screen.queryAllByRole('option', { hidden: true }).map(({ textContent }) => textContent);

beforeEach(() => {
  sent.mockClear();
  serve({ [found]: () => ({ items: [anna, annie, caller], next: null }) });
});

test('customers with a mail address are offered from the second letter on', async () => {
  const calls = serve({ [found]: () => ({ items: [anna, annie, caller], next: null }) });
  show(<To />);
  await userEvent.type(to(), 'a');
  expect(to()).toHaveAttribute('aria-expanded', 'false');
  expect(calls).toHaveLength(0);
  await userEvent.type(to(), 'n');
  await waitFor(() => expect(options()).toEqual(['Anna Dvořákováanna@x.test', 'Annie Blakeannie@y.test', 'Annie Blakework@y.test']));
  expect(to()).toHaveAttribute('aria-expanded', 'true');
  expect(screen.getByRole('status')).toHaveTextContent('3 people fit. The arrow keys choose.');
  expect(screen.getAllByRole('img', { name: 'WhatsApp', hidden: true })).toHaveLength(1);
});

test.each(['{Enter}', '{Tab}'])('the arrows point at one and %s chooses it', async (key) => {
  show(<To />);
  await userEvent.type(to(), 'ann');
  await waitFor(() => expect(options()).toHaveLength(3));
  expect(to()).not.toHaveAttribute('aria-activedescendant');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.getElementById(to().getAttribute('aria-activedescendant') ?? '')).toHaveTextContent('Annie Blakeannie@y.test');
  await userEvent.keyboard(key);
  expect(sent).toHaveBeenLastCalledWith([{ name: 'Annie Blake', address: 'annie@y.test' }]);
  expect(to()).toHaveValue('');
  expect(to()).toHaveFocus();
  expect(options()).toEqual([]);
});

test('the arrows lead past the last back to the words', async () => {
  show(<To />);
  await userEvent.type(to(), 'ann');
  await waitFor(() => expect(options()).toHaveLength(3));
  await userEvent.keyboard('{ArrowUp}');
  expect(document.getElementById(to().getAttribute('aria-activedescendant') ?? '')).toHaveTextContent('work@y.test');
  await userEvent.keyboard('{ArrowDown}');
  expect(to()).not.toHaveAttribute('aria-activedescendant');
});

test.each(['{Enter}', ',', '{Tab}'])('what is typed by hand and ended by %s is never replaced by what is offered', async (key) => {
  show(<To />);
  await userEvent.type(to(), 'ann@new.test');
  await waitFor(() => expect(options()).toHaveLength(3));
  await userEvent.hover(screen.getByText('anna@x.test'));
  await userEvent.keyboard(key);
  expect(sent).toHaveBeenLastCalledWith([{ name: null, address: 'ann@new.test' }]);
});

test('Escape closes what is offered and leaves the words, and only the next one is for what is around', async () => {
  const around = vi.fn();
  show(
    <div role="presentation" onKeyDown={({ key }) => { if (key === 'Escape') around(); }}>
      <To />
    </div>,
  );
  await userEvent.type(to(), 'ann');
  await waitFor(() => expect(options()).toHaveLength(3));
  await userEvent.keyboard('{Escape}');
  expect(options()).toEqual([]);
  expect(to()).toHaveValue('ann');
  expect(around).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(around).toHaveBeenCalledOnce();
});

test('a finger chooses, and whom the ticket has already is not offered again', async () => {
  show(<To />);
  await userEvent.type(to(), 'ann');
  await waitFor(() => expect(options()).toHaveLength(3));
  await userEvent.click(screen.getByText('anna@x.test'));
  expect(sent).toHaveBeenLastCalledWith([{ name: 'Anna Dvořáková', address: 'anna@x.test' }]);
  await userEvent.type(to(), 'ann');
  await waitFor(() => expect(options()).toEqual(['Annie Blakeannie@y.test', 'Annie Blakework@y.test']));
});

test('colleagues come before customers, and where the desk finds nobody typing goes on as before', async () => {
  serve({ [found]: () => new Refusal(503, { code: 'busy', title: 'Busy' }) });
  show(<To offered={[mia]} />);
  await userEvent.type(to(), 'mi');
  expect(options()).toEqual(['Mia Agentmia@shop.test']);
  await userEvent.type(to(), '@x.test{Enter}');
  expect(sent).toHaveBeenLastCalledWith([{ name: null, address: 'mi@x.test' }]);
});

test('the keys of a word that is still being put together are not taken', async () => {
  show(<To />);
  await userEvent.type(to(), 'ann');
  await waitFor(() => expect(options()).toHaveLength(3));
  fireEvent.keyDown(to(), { key: 'ArrowDown', isComposing: true });
  expect(to()).not.toHaveAttribute('aria-activedescendant');
});
