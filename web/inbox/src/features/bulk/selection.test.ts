import { act, renderHook } from '@testing-library/react';
import { ticket } from '@/test/desk';
import { useSelection } from './selection';

const rows = ['a', 'b', 'c', 'd'].map((id) => ({ ...ticket, id }));
const row = (at: number) => rows[at] ?? ticket;
const begin = () => renderHook(({ name }) => useSelection(name, rows), { initialProps: { name: 'open' } });
const ids = (hook: ReturnType<typeof begin>) => hook.result.current.rows.map(({ id }) => id).sort().join('');

test('a range reaches from the row chosen last, in either direction', () => {
  const hook = begin();
  act(() => hook.result.current.toggle(row(2)));
  act(() => hook.result.current.toggle(row(0), true));
  expect(ids(hook)).toBe('abc');
  act(() => hook.result.current.toggle(row(1)));
  expect(ids(hook)).toBe('ac');
});

test('another list begins with nothing chosen, and choosing ends with the last row', () => {
  const hook = begin();
  act(() => hook.result.current.begin());
  expect(hook.result.current.choosing).toBe(true);
  act(() => hook.result.current.all());
  expect(ids(hook)).toBe('abcd');
  hook.rerender({ name: 'mine' });
  expect(ids(hook)).toBe('');
  expect(hook.result.current.choosing).toBe(false);
});
