import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { serve, show, ticket } from '@/test/desk';
import type { Line, MessageTemplate } from '@shared/api/schema';
import { Composer } from './Composer';
import { lengthOf, windowOf } from './line';
import { setSending } from './sending';

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour + 30_000).toISOString();
const line = (kind: Line['kind'], left: number): Line => ({
  channel: kind,
  kind,
  address: { name: 'Anna', address: '420777123456' },
  heardAt: inHours(left - 24),
  windowEndsAt: inHours(left),
  humanAgentEndsAt: kind === 'whatsapp' ? null : inHours(left + 144),
});
const reply = 'POST /api/tickets/t1/actions/reply';
const box = () => screen.getByRole('textbox', { name: 'Your reply' });
const compose = (lines: Line[], mail = false) => {
  const recipients = mail ? ticket.recipients : { ...ticket.recipients, to: [] };
  return show(<Composer ticket={{ ...ticket, recipients, lines, answerBy: lines[0]?.channel ?? null }} onNext={() => undefined} />);
};
const template: MessageTemplate = {
  name: 'order_sent', language: 'en_US', category: 'UTILITY', header: null, body: 'Hello {{1}}, it left.', footer: 'Shop', buttons: [],
  gaps: [{ key: 'body.1', place: 'body', name: '1', example: 'Anna' }],
};

afterEach(() => setSending('t1', undefined));

test('a line shows how long it takes answers, counts, and is sent plain words only', async () => {
  const calls = serve({ [reply]: () => ({ ...ticket, version: 5 }) });
  compose([line('messenger', 11)]);
  await userEvent.click(box());
  expect(screen.getByText('11 h 0 min left')).toBeVisible();
  await userEvent.keyboard('Hello');
  expect(screen.getByText('5 / 2,000')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(box()).toHaveValue(''));
  expect(calls.find((one) => one.method === 'POST')?.body).toEqual({ text: 'Hello' });
});

test('a closed window explains itself and lets a person answer only when they say so', async () => {
  const calls = serve({ [reply]: () => ({ ...ticket, version: 5 }) });
  compose([line('instagram', -1)]);
  await userEvent.click(box());
  await userEvent.keyboard('Late');
  expect(screen.getByText(/what a person answers/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'Answer as a person' }));
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(calls.find((one) => one.method === 'POST')?.body).toEqual({ text: 'Late', humanAgent: true }));
});

test('a closed WhatsApp window offers a template, which is filled, previewed and sent', async () => {
  const calls = serve({ [reply]: () => ({ ...ticket, version: 5 }), 'GET /api/channels/whatsapp/templates': () => ({ items: [template] }) });
  compose([line('whatsapp', -1)]);
  await userEvent.click(box());
  await userEvent.click(screen.getByRole('button', { name: 'Choose a template' }));
  await userEvent.selectOptions(await screen.findByLabelText('Template'), 'order_sent en_US');
  expect(screen.getByText(/Hello \[1\], it left/)).toBeVisible();
  await userEvent.type(screen.getByLabelText('Text: 1'), 'Anna');
  expect(screen.getByText(/Hello Anna, it left/)).toBeVisible();
  await userEvent.click(screen.getAllByRole('button', { name: 'Send' }).at(-1)!);
  await waitFor(() =>
    expect(calls.find((one) => one.method === 'POST')?.body).toEqual({ channel: 'whatsapp', template: { name: 'order_sent', language: 'en_US', parameters: { 'body.1': 'Anna' } } }),
  );
});

test('Instagram counts bytes, and a window under two hours presses', () => {
  expect(lengthOf('instagram', 'žluť')).toEqual({ used: 6, limit: 1000 });
  expect(lengthOf('chat', 'a')).toBeNull();
  expect(windowOf(line('whatsapp', 1), Date.now())).toMatchObject({ state: 'open', pressing: true });
  expect(windowOf(line('whatsapp', 3), Date.now())).toMatchObject({ state: 'open', pressing: false });
  expect(windowOf(line('messenger', -145), Date.now())).toEqual({ state: 'closed', byPerson: false });
});
