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
