import { createHeard } from './heard';

const hint = (ticketId: string, version: number) => ({ ticketId, version });

test('a push that never came is owed, one that came is not, in whatever order and however often', () => {
  const heard = createHeard();
  heard.hear(hint('a', 3));
  heard.hear(hint('a', 2));
  heard.hear(hint('a', 3));
  heard.hear(hint('b', 1));
  const changes = [hint('a', 3), hint('b', 2), hint('c', 1), hint('d', 0)];
  expect(heard.unheard(changes)).toEqual([hint('b', 2), hint('c', 1), hint('d', 0)]);
  expect(heard.owed(changes)).toEqual([hint('b', 2), hint('c', 1)]);
});

test('what came shortly before the desk was asked is remembered, for its answer may not tell of it yet', () => {
  let now = 100_000;
  const heard = createHeard(() => now);
  heard.hear(hint('old', 1));
  now += 8000;
  heard.hear(hint('fresh', 1));
  heard.forget(now + 1);
  expect(heard.owed([hint('old', 1), hint('fresh', 1)])).toEqual([hint('old', 1)]);
});
