import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { go, Link, usePath } from '@shared/router';
import { Unsaved } from '@shared/ui/LeaveGuard';

const Page = () =>
  usePath() === '/form' ? (
    <Unsaved>
      <input aria-label="Name" />
      <Link to="/other">Other</Link>
    </Unsaved>
  ) : (
    <p>Elsewhere</p>
  );
const asksBrowser = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

const open = async () => {
  go('/form');
  render(<Page />);
  expect(asksBrowser()).toBe(false);
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Half');
};

test('whoever leaves what is not saved is asked first, and may stay', async () => {
  await open();
  expect(asksBrowser()).toBe(true);
  await userEvent.click(screen.getByRole('link', { name: 'Other' }));
  await userEvent.click(screen.getByRole('button', { name: 'Stay' }));
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Half');
  await userEvent.click(screen.getByRole('link', { name: 'Other' }));
  await userEvent.click(screen.getByRole('button', { name: 'Leave' }));
  expect(screen.getByText('Elsewhere')).toBeVisible();
  expect(location.pathname).toBe('/other');
  expect(asksBrowser()).toBe(false);
});

test('the browser’s way back is asked about as well', async () => {
  await open();
  history.replaceState(null, '', '/before');
  fireEvent.popState(window);
  expect(location.pathname).toBe('/form');
  await userEvent.click(screen.getByRole('button', { name: 'Leave' }));
  expect(location.pathname).toBe('/before');
});
