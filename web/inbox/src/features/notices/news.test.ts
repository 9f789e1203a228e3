import { ticket } from '@/test/desk';
import { knownOf, newsOf } from './news';

const row = { ...ticket, unread: true };
const later = { ...row, lastMessageAt: '2025-06-01T11:00:00Z' };

test('what was known, what one has read, spam and the open ticket are no news', () => {
  const known = knownOf([row]);
  expect(newsOf([row], known, null)).toEqual([]);
  expect(newsOf([{ ...later, unread: false }], known, null)).toEqual([]);
  expect(newsOf([{ ...later, spam: { score: 1, reasons: [], why: 'score' } }], known, null)).toEqual([]);
  expect(newsOf([later], known, later.id)).toEqual([]);
});

test('a later message is news once, whichever lists it stands in', () => {
  const known = knownOf([row]);
  expect(newsOf([later, later], known, null)).toEqual([later]);
  expect(newsOf([later], knownOf([later], known), null)).toEqual([]);
});
