import { choicesOf } from './draft';

const choice = (key: string, en: string, cs?: string) => ({ key, names: { en, ...(cs && { cs }) } });
const before = [choice('s', 'Small', 'Malé'), choice('m', 'Medium', 'Střední'), choice('l', 'Large', 'Velké')];
const after = (...lines: string[]) => choicesOf(before, lines, 'en', ({ names }) => names.en ?? '');

test('a choice that is still there keeps its key and its other names, wherever it stands', () => {
  expect(after('Large', 'Small')).toEqual([before[2], before[0]]);
});

test('a line changed in place is the same choice by another name', () => {
  expect(after('Small', 'Middling', 'Large')[1]).toEqual(choice('m', 'Middling', 'Střední'));
});

test('a line put between others is a new choice, and takes nobody\'s key', () => {
  expect(after('Small', 'New', 'Medium', 'Large').map(({ key }) => key)).toEqual(['s', 'choice', 'm', 'l']);
});

test('a line in the place of one that went elsewhere is new', () => {
  expect(after('Medium', 'New', 'Large').map(({ key }) => key)).toEqual(['m', 'choice', 'l']);
});
