import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { serve, show } from '@/test/desk';
import { FilterBar } from './FilterBar';

test('the list is narrowed by what customers rated, and widened again', async () => {
  serve();
  const onChange = vi.fn();
  const { unmount } = show(<FilterBar filter={{}} onChange={onChange} searchBox={null} />);
  await userEvent.click(screen.getByRole('button', { name: 'Filter' }));
  await userEvent.click(await screen.findByRole('option', { name: '2 stars' }));
  expect(onChange).toHaveBeenCalledWith({ rating: '2' });
  unmount();
  show(<FilterBar filter={{ rating: 'unrated' }} onChange={onChange} searchBox={null} />);
  await userEvent.click(screen.getByRole('button', { name: 'Remove filter: Not rated' }));
  expect(onChange).toHaveBeenLastCalledWith({ rating: undefined });
});

test('the list is narrowed to what a colleague watches', async () => {
  serve();
  const onChange = vi.fn();
  const { unmount } = show(<FilterBar filter={{}} onChange={onChange} searchBox={null} />);
  await userEvent.click(screen.getByRole('button', { name: 'Filter' }));
  await userEvent.type(await screen.findByRole('combobox', { name: 'Filter' }), 'watched');
  await userEvent.click(screen.getByRole('option', { name: 'Col League' }));
  expect(onChange).toHaveBeenCalledWith({ follower: 'col' });
  unmount();
  show(<FilterBar filter={{ follower: 'col' }} onChange={onChange} searchBox={null} />);
  expect((await screen.findByText('Col League')).parentElement).toHaveTextContent('Watched by Col League');
});

test('several fields narrow the list at once, each with a chip of its own', async () => {
  const field = (key: string, type: string, choices: object[] = []) => ({ field: { key, names: { en: key === 'size' ? 'Size' : 'Order' }, type, choices, required: false }, stores: [] });
  serve({ 'GET /api/fields': () => ({ fields: [field('size', 'choice', [{ key: 'l', names: { en: 'Large' } }]), field('order', 'text')] }) });
  const onChange = vi.fn();
  show(<FilterBar filter={{ field: ['order:12, 13'] }} onChange={onChange} searchBox={null} />);
  await userEvent.click(screen.getByRole('button', { name: 'Filter' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Large' }));
  expect(onChange).toHaveBeenCalledWith({ field: ['order:12, 13', 'size:l'] });
  await userEvent.click(screen.getByRole('button', { name: 'Remove filter: 12, 13' }));
  expect(onChange).toHaveBeenLastCalledWith({ field: undefined });
});

test('what narrows the list and is offered no more still has a chip to take away', async () => {
  serve();
  const onChange = vi.fn();
  show(<FilterBar filter={{ label: 'refund,old', assignee: 'gone' }} onChange={onChange} searchBox={null} />);
  await userEvent.click(screen.getByRole('button', { name: 'Remove filter: old' }));
  expect(onChange).toHaveBeenLastCalledWith({ label: 'refund' });
  await userEvent.click(screen.getByRole('button', { name: 'Remove filter: gone' }));
  expect(onChange).toHaveBeenLastCalledWith({ assignee: undefined });
});

test('the list of one customer says whose it is', async () => {
  serve({ 'GET /api/customers/c1': () => ({ id: 'c1', name: 'Anna', identities: [] }) });
  const onChange = vi.fn();
  show(<FilterBar filter={{ customer: 'c1' }} onChange={onChange} searchBox={null} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Remove filter: Anna' }));
  expect(onChange).toHaveBeenLastCalledWith({ customer: undefined });
});
