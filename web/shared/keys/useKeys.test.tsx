import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useKeys, type Keymap } from './useKeys';

function Screen({ keys }: { keys: Keymap }) {
  useKeys(keys);
  return <input aria-label="Search" />;
}

test('keys act, one after the other where two belong together', async () => {
  const did: string[] = [];
  render(<Screen keys={{ j: () => did.push('j'), 'g i': () => did.push('g i'), i: () => did.push('i') }} />);
  await userEvent.keyboard('jgi');
  await userEvent.keyboard('i');
  expect(did).toEqual(['j', 'g i', 'i']);
});

test('no plain key acts while somebody types, a modified one does', async () => {
  const did: string[] = [];
  render(<Screen keys={{ j: () => did.push('j'), 'mod+k': () => did.push('mod+k') }} />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Search' }), 'j{Control>}k{/Control}');
  expect(did).toEqual(['mod+k']);
  expect(screen.getByRole('textbox')).toHaveValue('j');
});

test('a key whose action declines is left to the browser', async () => {
  let prevented: boolean | null = null;
  const watch = (event: KeyboardEvent) => {
    prevented = event.defaultPrevented;
  };
  render(<Screen keys={{ ArrowDown: () => false }} />);
  addEventListener('keydown', watch);
  await userEvent.keyboard('{ArrowDown}');
  removeEventListener('keydown', watch);
  expect(prevented).toBe(false);
});
