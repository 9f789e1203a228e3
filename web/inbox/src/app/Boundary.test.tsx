import { render, screen } from '@testing-library/react';
import { Boundary } from '@shared/ui/Boundary';

const Broken = () => {
  throw new TypeError('Failed to fetch dynamically imported module');
};

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));

test('a part that cannot be shown says so in its place, and what stands beside it stays', () => {
  render(
    <>
      <p>The rest</p>
      <Boundary>
        <Broken />
      </Boundary>
    </>,
  );
  expect(screen.getByText('The rest')).toBeVisible();
  expect(screen.getByRole('alert')).toHaveTextContent('This part could not be shown');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('whoever wants to be told instead is told', () => {
  const onBroken = vi.fn();
  const { container } = render(
    <Boundary onBroken={onBroken}>
      <Broken />
    </Boundary>,
  );
  expect(onBroken).toHaveBeenCalledOnce();
  expect(container).toBeEmptyDOMElement();
});
