import { apart } from './apart';

test('a burst runs at once and once more at its end', () => {
  vi.useFakeTimers();
  const run = vi.fn();
  const call = apart(500, run);
  for (let n = 0; n < 20; n++) call();
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(500);
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(5000);
  expect(run).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
