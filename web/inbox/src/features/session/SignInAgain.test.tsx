import { fireEvent, screen } from '@testing-library/react';
import { act } from 'react';
import { me, serve, show } from '@/test/desk';
import { session } from '@shared/api/session';
import { SignInAgain } from './SignInAgain';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  serve({ 'GET /api/auth/ways': () => ({ passwords: true, entra: null }) });
});
afterEach(() => {
  vi.useRealTimers();
  session.end();
});

const end = () => {
  act(() => {
    session.begin({ agent: me, token: 't' });
    void session.renewed('t');
  });
};
const rest = (ms: number) => {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
};
const dialog = () => screen.queryByRole('dialog', { name: 'Sign in again' });

test('whoever writes is asked once the keys rest, and keeps the box until then', () => {
  show(
    <>
      <textarea aria-label="Your reply" />
      <SignInAgain />
    </>,
  );
  const box = screen.getByRole('textbox', { name: 'Your reply' });
  box.focus();
  end();
  for (let key = 0; key < 5; key++) {
    rest(900);
    expect(dialog()).toBeNull();
    expect(box).toHaveFocus();
    fireEvent.keyDown(box, { key: 'a' });
  }
  rest(1100);
  expect(dialog()).toBeVisible();
});

test('whoever does not write is asked at once', () => {
  show(<SignInAgain />);
  end();
  expect(dialog()).toBeVisible();
});
