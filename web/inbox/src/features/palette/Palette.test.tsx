import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { serve, show, ticket } from '@/test/desk';
import { Palette } from './Palette';

const bela = { id: 'k2', name: 'Béla Nagy', identities: [{ kind: 'email', value: 'bela@x.test', proven: false, cameBack: null }] };

test('customers are found beside tickets, and open as a list', async () => {
  serve({ 'GET /api/customers': () => ({ items: [bela], next: null }), 'GET /api/tickets': () => ({ items: [ticket], next: null }) });
  const onCustomer = vi.fn();
  const onClose = vi.fn();
  show(<Palette commands={[]} onTicket={vi.fn()} onCustomer={onCustomer} onClose={onClose} />);
  await userEvent.type(screen.getByRole('combobox'), 'bela');
  expect(await screen.findByRole('option', { name: /Béla Nagy.*bela@x.test/ })).toBeVisible();
  expect(screen.getByText('Customers')).toBeVisible();
  expect(await screen.findByRole('option', { name: /Where is my parcel/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  expect(onCustomer).toHaveBeenCalledWith('k2');
  expect(onClose).toHaveBeenCalled();
});
