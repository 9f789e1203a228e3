import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { serve, show } from '@/test/desk';
import { bind } from '@shared/keys/table';
import { useKeys } from '@shared/keys/useKeys';
import RichEditor from './RichEditor';

const nothing = () => undefined;

function Page({ onPalette }: { onPalette: () => void }) {
  useKeys(bind({ palette: onPalette }));
  return (
    <RichEditor
      ref={null}
      words={{ text: 'See here', html: null }}
      caret={{ place: [0, 0], focused: true }}
      rich
      label="Your reply"
      placeholder=""
      tall
      readOnly={false}
      mentions={false}
      fill={() => Promise.reject(new Error('nothing'))}
      enterSends={false}
      onChange={nothing}
      onSubmit={nothing}
      onFocus={nothing}
      onLeave={nothing}
      onFiles={nothing}
      onSlash={nothing}
    />
  );
}

test('marked words become a link by the key that else opens the palette', async () => {
  serve({ 'GET /api/replies': () => ({ items: [] }) });
  const onPalette = vi.fn();
  show(<Page onPalette={onPalette} />);
  (await screen.findByRole('textbox', { name: 'Your reply' })).focus();
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(onPalette).toHaveBeenCalledOnce();
  await userEvent.keyboard('{Control>}a{/Control}');
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(await screen.findByRole('textbox', { name: 'Address of the link' })).toBeVisible();
  expect(onPalette).toHaveBeenCalledOnce();
});
