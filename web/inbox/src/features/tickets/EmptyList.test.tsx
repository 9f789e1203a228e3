import { screen } from '@testing-library/react';
import { serve, show } from '@/test/desk';
import { EmptyList } from './EmptyList';

afterEach(() => vi.restoreAllMocks());

const fingers = () => vi.spyOn(globalThis, 'matchMedia').mockImplementation((media) => Object.assign(new EventTarget(), { matches: media === '(hover: none)', media }) as MediaQueryList);

test('an empty list names the key that fills it, and under fingers what to touch', () => {
  serve();
  const empty = () => show(<EmptyList view="snoozed" narrowed={false} onWiden={() => undefined} />);
  const { unmount } = empty();
  expect(screen.getByText(/Press S on a ticket/)).toBeVisible();
  unmount();
  fingers();
  empty();
  expect(screen.getByText(/Choose Snooze on a ticket/)).toBeVisible();
});

test('what says the same to everybody is said under fingers too', () => {
  serve();
  fingers();
  show(<EmptyList view="spam" narrowed={false} onWiden={() => undefined} />);
  expect(screen.getByText(/Nothing is deleted/)).toBeVisible();
});
