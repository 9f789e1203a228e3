import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import type { DeliverabilityCheck, DomainCheck } from '@shared/api/schema';
import DeliverabilityScreen from './DeliverabilityScreen';

const at = '2025-06-02T10:20:00Z';
const check = (kind: DeliverabilityCheck['kind'], rest: Partial<DeliverabilityCheck> = {}): DeliverabilityCheck => ({ kind, standing: 'good', findings: [], found: [], add: [], ...rest });
const mended = 'v=spf1 mx include:spf.carrier.test ~all';
const shop: DomainCheck = {
  domain: 'shop.test',
  standing: 'bad',
  checks: [
    check('spf', {
      standing: 'bad',
      findings: [{ code: 'spfNotAllowed', standing: 'bad', value: 'spf.carrier.test', at: 'shop.test' }],
      found: [{ type: 'TXT', name: 'shop.test', value: 'v=spf1 mx ~all' }],
      add: [{ type: 'TXT', name: 'shop.test', value: mended, replaces: true }],
    }),
    check('dmarc', { findings: [{ code: 'dmarcNone', standing: 'good', value: null, at: '_dmarc.shop.test' }] }),
    check('mx', { standing: 'unknown', findings: [{ code: 'unanswered', standing: 'unknown', value: 'shop.test', at: 'shop.test' }] }),
  ],
};
const report = (...domains: DomainCheck[]) => ({ at, domains });

test('what is wrong is said in words, with the record to paste', async () => {
  serve({ 'GET /api/deliverability': () => report(shop) });
  const user = userEvent.setup();
  show(<DeliverabilityScreen />);
  const card = within(await screen.findByRole('region', { name: 'shop.test' }));
  expect(card.getAllByText('Needs mending')[0]).toBeVisible();
  expect(card.getByText('spf.carrier.test sends your mail, but the SPF record does not allow it.')).toBeVisible();
  expect(card.getByText('Put this record in place of the present one')).toBeVisible();
  await user.click(card.getByRole('button', { name: 'Copy: Value' }));
  expect(await navigator.clipboard.readText()).toBe(mended);
});

test('a policy of none is no fault, and a DNS that did not answer is no missing record', async () => {
  serve({ 'GET /api/deliverability': () => report(shop) });
  show(<DeliverabilityScreen />);
  expect(await screen.findByText(/forgeries are only watched/)).toBeVisible();
  expect(screen.getByText('In order')).toBeVisible();
  expect(screen.getByText(/did not answer about shop\.test/)).toBeVisible();
  expect(screen.getByText('Not known')).toBeVisible();
});

test('what is told of the mail server is asked for that domain', async () => {
  const calls = serve({
    'GET /api/deliverability': ({ path }) => report(path.includes('include=192.0.2.1') ? { ...shop, standing: 'good', checks: [check('spf')] } : shop),
  });
  show(<DeliverabilityScreen />);
  await userEvent.click(await screen.findByText('Tell more about your mail server'));
  await userEvent.type(screen.getByLabelText('Who sends your mail'), '192.0.2.1');
  await userEvent.type(screen.getByLabelText('DKIM selectors'), 's9');
  await userEvent.click(screen.getByRole('button', { name: 'Check' }));
  expect(await screen.findByText('The record is there and can be read.')).toBeVisible();
  expect(screen.queryByText('Needs mending')).toBeNull();
  expect(calls.at(-1)?.path).toBe('/api/deliverability?domain=shop.test&include=192.0.2.1&selector=s9');
});

test('what cannot be asked stays in its field with the reason', async () => {
  serve({ 'GET /api/deliverability': ({ path }) => (path.includes('nonsense') ? new Refusal(422, { code: 'field-invalid', errors: { include: 'Give a domain.' } }) : report(shop)) });
  show(<DeliverabilityScreen />);
  await userEvent.click(await screen.findByText('Tell more about your mail server'));
  await userEvent.type(screen.getByLabelText('Who sends your mail'), 'nonsense');
  await userEvent.click(screen.getByRole('button', { name: 'Check' }));
  expect(await screen.findByText('Give a domain.')).toBeVisible();
  expect(screen.getByText(/the SPF record does not allow it/)).toBeVisible();
});

test('checking again looks anew', async () => {
  let mendedNow = false;
  serve({ 'GET /api/deliverability': () => report(mendedNow ? { ...shop, standing: 'good', checks: [check('spf')] } : shop) });
  show(<DeliverabilityScreen />);
  await screen.findAllByText('Needs mending');
  mendedNow = true;
  await userEvent.click(screen.getByRole('button', { name: 'Check again' }));
  expect(await screen.findByText('The record is there and can be read.')).toBeVisible();
});

test('without a mail channel there is nothing to check, and a way to where they are', async () => {
  serve({ 'GET /api/deliverability': () => report() });
  show(<DeliverabilityScreen />);
  expect(await screen.findByText('No domain to check')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Open channels' })).toBeEnabled();
});

test('a check that fails is told, and asked for again', async () => {
  let broken = true;
  serve({ 'GET /api/deliverability': () => (broken ? new Refusal(403, { title: 'Only admins.' }) : report(shop)) });
  show(<DeliverabilityScreen />);
  expect(await screen.findByRole('alert')).toHaveTextContent('Only admins.');
  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('region', { name: 'shop.test' })).toBeVisible();
});
