import { screen } from '@testing-library/react';
import { serve, show } from '@/test/desk';
import DesignScreen from './DesignScreen';

const components = Object.keys(import.meta.glob('@shared/ui/*.tsx')).map((path) => /(\w+)\.tsx$/.exec(path)?.[1] ?? path);
const page = Object.values(import.meta.glob<string>('./*.tsx', { query: '?raw', import: 'default', eager: true })).join('\n');

/** The frame around every page, which this one has as well. */
const everywhere = ['Toasts'];

test.each(components.filter((name) => !everywhere.includes(name)))('the design page shows %s', (name) => {
  expect(page).toContain(`@shared/ui/${name}'`);
});

test('it opens with its samples', () => {
  serve();
  show(<DesignScreen />);
  expect(screen.getByRole('heading', { name: 'Design' })).toBeVisible();
  expect(screen.getAllByRole('button', { name: 'Send' }).length).toBeGreaterThan(4);
});
