import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { show } from '@/test/desk';
import { AddressChips } from './AddressChips';

vi.mock('./Offers', () => Promise.reject(new Error('offline')));

test('where nothing can be offered, addresses are typed as ever', async () => {
  const onChange = vi.fn();
  show(<AddressChips label="To" addresses={[]} onChange={onChange} />);
  await userEvent.type(screen.getByRole('combobox', { name: 'To' }), 'anna@x.test{Enter}');
  expect(onChange).toHaveBeenCalledWith([{ name: null, address: 'anna@x.test' }]);
});
